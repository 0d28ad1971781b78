package dev.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console console(Map<String, String> variables, boolean terminal) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        variables,
        terminal);
  }

  @Test
  void keepsResultsApartFromEverythingElse() {
    Console console = console(Map.of(), false);
    console.print("result");
    console.say("remark");
    console.progress("nobody watches");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("result");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("remark");
  }

  @Test
  void replacesProgressOnATerminal() {
    Console console = console(Map.of("COLUMNS", "20"), true);
    console.progress("a line that is longer than twenty columns");
    console.say("remark");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("\ra line that is long\u001b[K\r\u001b[Kremark");
  }

  @ParameterizedTest
  @CsvSource({"NO_COLOR, 1, false", "TERM, dumb, false", "TERM, xterm, true"})
  void usesColoursWhereTheyAreWanted(String name, String value, boolean colours) {
    assertThat(console(Map.of(name, value), true).hasColours()).isEqualTo(colours);
    assertThat(console(Map.of(name, value), false).hasColours()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "wide, 100", "7, 100", "'', 100"})
  void takesItsWidthFromTheEnvironment(String columns, int width) {
    assertThat(console(Map.of("COLUMNS", columns), true).width()).isEqualTo(width);
  }
}
