package dev.tck.fidelity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares rows, each a list of cells, under the rules of a statement. */
final class RowComparison {
  private static final int ROWS_SHOWN = 3;

  private final RowRules rules;
  private final Reason valuesReason;

  RowComparison(RowRules rules, Reason valuesReason) {
    this.rules = rules;
    this.valuesReason = valuesReason;
  }

  Verdict compare(List<List<String>> expected, List<List<String>> actual) {
    if (expected.equals(actual)) {
      return Verdict.SAME;
    }
    if (expected.size() != actual.size()) {
      return Verdict.different(Reason.ROW_COUNT, show(expected, actual), show(actual, expected));
    }
    List<List<String>> maskedExpected = masked(expected);
    List<List<String>> maskedActual = masked(actual);
    List<String> leftOut = new ArrayList<>(freeColumns(expected, actual));
    if (maskedExpected.equals(maskedActual)) {
      return Verdict.sameBut(leftOut);
    }
    if (!counted(maskedExpected).equals(counted(maskedActual))) {
      return Verdict.different(valuesReason, show(expected, actual), show(actual, expected));
    }
    if (rules.unordered()) {
      leftOut.add("order of rows");
      return Verdict.sameBut(leftOut);
    }
    if (rules.orderKeys().isPresent()
        && keys(maskedExpected, rules.orderKeys().get())
            .equals(keys(maskedActual, rules.orderKeys().get()))) {
      leftOut.add("order of rows with equal keys");
      return Verdict.sameBut(leftOut);
    }
    return Verdict.different(Reason.ROW_ORDER, show(expected, actual), show(actual, expected));
  }

  private List<List<String>> masked(List<List<String>> rows) {
    return rows.stream().map(this::maskedRow).toList();
  }

  private List<String> maskedRow(List<String> row) {
    List<String> cells = new ArrayList<>(row);
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      cells.set(column, rules.freedom(column).map(freedom -> freedom.masked(cell)).orElse(cell));
    }
    return cells;
  }

  private Set<String> freeColumns(List<List<String>> expected, List<List<String>> actual) {
    Set<String> free = new TreeSet<>();
    for (int column = 0; column < rules.freedoms().size(); column++) {
      int index = column;
      boolean differs =
          !expected.stream()
              .map(row -> cell(row, index))
              .toList()
              .equals(actual.stream().map(row -> cell(row, index)).toList());
      if (differs) {
        rules.freedom(column).ifPresent(freedom -> free.add(freedom.what()));
      }
    }
    return free;
  }

  private static String cell(List<String> row, int index) {
    return index < row.size() ? row.get(index) : "";
  }

  private static Map<List<String>, Integer> counted(List<List<String>> rows) {
    Map<List<String>, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row, 1, Integer::sum));
    return counts;
  }

  private static List<List<String>> keys(List<List<String>> rows, List<Integer> indexes) {
    return rows.stream()
        .map(row -> indexes.stream().map(index -> cell(row, index)).toList())
        .toList();
  }

  // The first rows that differ are what a reader wants to see.
  private static String show(List<List<String>> rows, List<List<String>> others) {
    int first = 0;
    while (first < rows.size()
        && first < others.size()
        && rows.get(first).equals(others.get(first))) {
      first++;
    }
    List<List<String>> shown = rows.subList(first, Math.min(rows.size(), first + ROWS_SHOWN));
    return rows.size() + " rows, from row " + first + ": " + shown;
  }
}
