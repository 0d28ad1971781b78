package dev.tck.embedded.query;

import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * Says which column of a query is a primary timestamp, if any, and whether the rows come in its
 * order.
 */
record Timeline(int column, boolean inOrder) {
  static final Timeline NONE = new Timeline(Source.NONE, false);

  /** Returns the timeline of a query that gives a row for each row of its source. */
  static Timeline ofRows(RowSource rows, List<Scalar> outputs, List<Scalar> keys) {
    Optional<Scope> scope = rows.scope();
    if (scope.isEmpty()) {
      return NONE;
    }
    Source source = scope.get().source();
    for (int index = 0; index < outputs.size(); index++) {
      if (outputs.get(index) instanceof InputColumn column
          && scope.get().used().get(column.index()) == source.primaryTimestamp()) {
        return new Timeline(index, source.isTimeline() && keys.isEmpty());
      }
    }
    return NONE;
  }
}
