package dev.tck.scenarios.steps;

import java.util.Arrays;
import java.util.List;

/** Takes the text of a step apart: each statement ends with a semicolon at the end of a line. */
final class Statements {
  private Statements() {}

  static List<String> of(String text) {
    return Arrays.stream(text.split(";\\s*(\\n|$)"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }
}
