package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.expression.Comparison;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.NullCheck;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.vector.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a DELETE deletes: a time range of some tables. */
public record DeleteTarget(List<Part> parts) {

  /** A table and the times, both included, whose rows are deleted. */
  public record Part(DataTable table, long from, long to) {}

  /**
   * Binds a statement.
   *
   * @throws TaosException if the condition is more than a time range and conditions on tags (9813)
   */
  public static DeleteTarget bind(QueryContext context, Statement.Delete statement)
      throws TaosException {
    Source source =
        new SourceBinder(context).bind(new Query.NamedTable(statement.table(), Optional.empty()));
    if (!(source instanceof TableSource table)) {
      throw ErrorCode.INVALID_OPERATION.with(
          "Cannot delete from system database: `" + statement.table().database() + "`");
    }
    if (statement.where().isEmpty()) {
      return of(table.dataTables(), TimeRange.ALL);
    }
    Scope scope = new Scope(source);
    ExpressionBinder binder =
        new ExpressionBinder(
            context, Optional.of(scope), source.precision(), ErrorCode.ILLEGAL_AGGREGATE);
    Scalar where = binder.bind(statement.where().get());
    if (where instanceof Constant constant) {
      boolean everything = Logic.isTrue(constant.value(), 0);
      return everything ? of(table.dataTables(), TimeRange.ALL) : new DeleteTarget(List.of());
    }
    return bind(table, scope, where);
  }

  private static DeleteTarget of(List<DataTable> tables, TimeRange range) {
    return new DeleteTarget(
        tables.stream().map(table -> new Part(table, range.from(), range.to())).toList());
  }

  private static DeleteTarget bind(TableSource table, Scope scope, Scalar where)
      throws TaosException {
    int timestamp = scope.timestampSlot();
    TimeRange range = TimeRange.ALL;
    List<Scalar> ofTables = new ArrayList<>();
    for (Scalar term : Conditions.terms(where)) {
      if (readsTableName(term, scope)) {
        throw ErrorCode.INVALID_TBNAME.with();
      }
      if (Conditions.readsOnly(term, scope::isOfTable)) {
        ofTables.add(term);
      } else if (term instanceof NullCheck check && isTimestamp(check.value(), timestamp)) {
        range = check.negated() ? range : TimeRange.NONE;
      } else if (isTimeRange(term, timestamp)) {
        range = range.and(TimeRange.of(term, timestamp));
      } else {
        throw ErrorCode.INVALID_DELETE_CONDITION.with();
      }
    }
    if (range.isEmpty()) {
      return new DeleteTarget(List.of());
    }
    List<DataTable> chosen = new ArrayList<>();
    ScanRequest request = new ScanRequest(List.copyOf(scope.used()), Optional.empty(), range);
    List<DataTable> all = table.dataTables();
    List<Batch> rows = table.tableRows(request);
    Optional<Scalar> condition = Conditions.all(ofTables);
    for (int index = 0; index < all.size(); index++) {
      boolean holds =
          condition.isEmpty()
              || Logic.isTrue(condition.get().evaluate(scope.completed(rows.get(index))), 0);
      if (holds) {
        chosen.add(all.get(index));
      }
    }
    return of(chosen, range);
  }

  // Whether a condition says the same as one range of times.
  private static boolean isTimeRange(Scalar condition, int timestamp) {
    if (condition instanceof Comparison comparison) {
      return comparison.left() instanceof InputColumn column
          && column.index() == timestamp
          && comparison.right() instanceof Constant
          && comparison.comparator() != Comparator.NOT_EQUAL;
    }
    return false;
  }

  private static boolean isTimestamp(Scalar value, int timestamp) {
    return value instanceof InputColumn column && column.index() == timestamp;
  }

  private static boolean readsTableName(Scalar condition, Scope scope) {
    return scope.isTableName(condition)
        || condition.operands().stream().anyMatch(operand -> readsTableName(operand, scope));
  }
}
