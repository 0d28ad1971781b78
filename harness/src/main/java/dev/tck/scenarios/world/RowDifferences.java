package dev.tck.scenarios.world;

import dev.tck.values.Value;
import dev.tck.values.ValueComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds where rows differ and says so in few words. */
public final class RowDifferences {
  private static final int SHOWN = 5;

  /** Says what should have been where, and what was. */
  public record Difference(String expected, String actual) {}

  private RowDifferences() {}

  /** Compares rows in their order. */
  public static Optional<Difference> inOrder(List<List<Value>> expected, List<List<Value>> actual) {
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    if (expected.size() != actual.size()) {
      wanted.add(expected.size() + " rows");
      found.add(actual.size() + " rows");
    }
    for (int row = 0;
        row < Math.min(expected.size(), actual.size()) && wanted.size() < SHOWN;
        row++) {
      compareRow(row, expected.get(row), actual.get(row), wanted, found);
    }
    for (int row = expected.size(); row < actual.size() && wanted.size() < SHOWN; row++) {
      wanted.add("no row " + (row + 1));
      found.add("row " + (row + 1) + ": " + display(actual.get(row)));
    }
    for (int row = actual.size(); row < expected.size() && wanted.size() < SHOWN; row++) {
      wanted.add("row " + (row + 1) + ": " + display(expected.get(row)));
      found.add("no row " + (row + 1));
    }
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference(String.join("; ", wanted), String.join("; ", found)));
  }

  private static void compareRow(
      int row, List<Value> expected, List<Value> actual, List<String> wanted, List<String> found) {
    if (expected.size() != actual.size()) {
      wanted.add("row " + (row + 1) + " of " + expected.size() + " values");
      found.add("row " + (row + 1) + " of " + actual.size() + " values");
      return;
    }
    for (int column = 0; column < expected.size() && wanted.size() < SHOWN; column++) {
      if (!ValueComparison.compare(expected.get(column), actual.get(column)).isEqual()) {
        String place = "row " + (row + 1) + ", column " + (column + 1) + ": ";
        wanted.add(place + describe(expected.get(column)));
        found.add(place + describe(actual.get(column)));
      }
    }
  }

  /** Compares rows in any order: each expected row must be matched by a row of its own. */
  public static Optional<Difference> inAnyOrder(
      List<List<Value>> expected, List<List<Value>> actual) {
    List<List<Value>> left = new ArrayList<>(actual);
    List<List<Value>> missing = new ArrayList<>();
    for (List<Value> row : expected) {
      Optional<List<Value>> match =
          left.stream().filter(candidate -> equal(row, candidate)).findFirst();
      match.ifPresentOrElse(left::remove, () -> missing.add(row));
    }
    return missing.isEmpty() && left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Difference("rows " + displayAll(missing), "instead rows " + displayAll(left)));
  }

  private static boolean equal(List<Value> expected, List<Value> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int column = 0; column < expected.size(); column++) {
      if (!ValueComparison.compare(expected.get(column), actual.get(column)).isEqual()) {
        return false;
      }
    }
    return true;
  }

  private static String displayAll(List<List<Value>> rows) {
    return rows.stream().limit(SHOWN).map(RowDifferences::display).collect(Collectors.joining(", "))
        + (rows.size() > SHOWN ? " and " + (rows.size() - SHOWN) + " more" : "");
  }

  /** Returns a row as a report shows it. */
  public static String display(List<Value> row) {
    return row.stream().map(RowDifferences::describe).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String describe(Value value) {
    String text = value.display();
    String shown =
        text.length() <= 200
            ? text
            : text.substring(0, 200) + "… (" + text.length() + " characters)";
    return value instanceof Value.Null ? shown : value.kind() + " " + shown;
  }
}
