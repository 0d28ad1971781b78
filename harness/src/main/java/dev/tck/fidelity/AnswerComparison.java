package dev.tck.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares REST answers. */
final class AnswerComparison {
  private static final Pattern TIMING = Pattern.compile(",\"timing\":-?[0-9]+(?=\\}$)");
  private static final String NOT_SUPPORTED = "not supported by the embedded server";

  private AnswerComparison() {}

  /** Returns an answer without {@code timing}, as recordings hold it. */
  static String withoutTiming(String answer) {
    return TIMING.matcher(answer).replaceFirst("");
  }

  /**
   * Compares an answer with the recorded one.
   *
   * @param actual has the database's name replaced already
   */
  static Verdict compare(Exchange recorded, int http, String actual, StepContext context) {
    String expected = recorded.answer();
    if (recorded.http() == http && expected.equals(actual)) {
      return Verdict.SAME;
    }
    if (actual.contains(NOT_SUPPORTED)) {
      return Verdict.different(Reason.NOT_SUPPORTED, shortened(expected), shortened(actual));
    }
    if (recorded.http() != http) {
      return Verdict.different(
          Reason.HTTP_STATUS,
          recorded.http() + " " + shortened(expected),
          http + " " + shortened(actual));
    }
    Optional<Answer> left = Answer.read(expected);
    Optional<Answer> right = Answer.read(actual);
    if (left.isEmpty() || right.isEmpty()) {
      return Verdict.different(Reason.TEXT, shortened(expected), shortened(actual));
    }
    Verdict verdict = compare(recorded.call(), left.get(), right.get(), context);
    boolean unexplained = verdict.isSame() && verdict.leftOut().isEmpty();
    return unexplained
        ? Verdict.different(Reason.TEXT, shortened(expected), shortened(actual))
        : verdict;
  }

  private static Verdict compare(Call call, Answer expected, Answer actual, StepContext context) {
    if (expected.isError() || actual.isError()) {
      return compareErrors(expected, actual);
    }
    if (expected.isAffectedRows() && actual.isAffectedRows()) {
      return expected.rows().equals(actual.rows())
          ? restOf(expected, actual)
          : Verdict.different(
              Reason.AFFECTED_ROWS, expected.rows().toString(), actual.rows().toString());
    }
    SqlShape shape = new SqlShape(call instanceof Call.Sql sql ? sql.sql() : "");
    RowRules rules = RowRules.of(shape, expected.columnNames(), context);
    Verdict columns = compareColumns(expected, actual, rules);
    if (!columns.isSame()) {
      return columns;
    }
    Verdict rows = new RowComparison(rules, Reason.VALUES).compare(expected.rows(), actual.rows());
    if (!rows.isSame()) {
      return rows;
    }
    Verdict rest = restOf(expected, actual);
    List<String> leftOut = new ArrayList<>(columns.leftOut());
    leftOut.addAll(rows.leftOut());
    return rest.isSame() ? Verdict.sameBut(leftOut) : rest;
  }

  private static Verdict compareErrors(Answer expected, Answer actual) {
    String left = error(expected);
    String right = error(actual);
    if (!actual.isError()) {
      return Verdict.different(Reason.ERROR_MISSING, left, right);
    } else if (!expected.isError()) {
      return Verdict.different(Reason.ERROR_UNEXPECTED, left, right);
    } else if (!expected.code().equals(actual.code())) {
      return Verdict.different(Reason.ERROR_CODE, left, right);
    } else if (!expected.description().equals(actual.description())) {
      return Verdict.different(Reason.ERROR_TEXT, left, right);
    }
    return restOf(expected, actual);
  }

  private static String error(Answer answer) {
    return answer.isError()
        ? answer.code().orElse("no code") + " " + answer.description().orElse("")
        : "success with " + answer.rows().size() + " rows of " + answer.columnNames();
  }

  private static Verdict compareColumns(Answer expected, Answer actual, RowRules rules) {
    List<String> leftOut = new ArrayList<>();
    boolean same = expected.columns().size() == actual.columns().size();
    for (int index = 0; same && index < expected.columns().size(); index++) {
      List<String> left = expected.columns().get(index);
      List<String> right = actual.columns().get(index);
      if (!left.equals(right)) {
        boolean onlyLength =
            left.size() == right.size()
                && left.subList(0, left.size() - 1).equals(right.subList(0, right.size() - 1));
        same = onlyLength && rules.freedom(index).filter(Freedom::freesLength).isPresent();
        leftOut.add("length of column " + left.get(0));
      }
    }
    return same
        ? Verdict.sameBut(leftOut)
        : Verdict.different(
            Reason.COLUMNS, expected.columns().toString(), actual.columns().toString());
  }

  private static Verdict restOf(Answer expected, Answer actual) {
    return expected.rest().equals(actual.rest())
        ? Verdict.SAME
        : Verdict.different(Reason.TEXT, expected.rest().toString(), actual.rest().toString());
  }

  static String shortened(String text) {
    int most = 2000;
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
