package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.function.AggregateCall;
import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.function.Arguments;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.type.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds expressions to groups or windows of rows: aggregates, keys, and what goes with them. */
class GroupBinder extends ExpressionBinder {
  private static final Set<String> NEED_TIME = Set.of("first", "last", "last_row", "twa", "irate");

  private final ExpressionBinder rows;
  private final List<Scalar> keys;
  private final GroupLayout layout;
  private final boolean windowed;

  /**
   * Creates a binder.
   *
   * @param rows binds to single rows; an aggregate inside an aggregate is its error
   */
  GroupBinder(ExpressionBinder rows, List<Scalar> keys, GroupLayout layout, boolean windowed) {
    super(rows.context(), rows.scope(), rows.precision(), ErrorCode.NOT_ALLOWED_FUNCTION);
    this.rows = rows;
    this.keys = keys;
    this.layout = layout;
    this.windowed = windowed;
    range(rows.range());
  }

  GroupLayout layout() {
    return layout;
  }

  ExpressionBinder rows() {
    return rows;
  }

  @Override
  Scalar bind(Expression expression) throws TaosException {
    if (!keys.isEmpty() && FunctionUse.calls(expression).isEmpty()) {
      Optional<Integer> key = keyOf(expression);
      if (key.isPresent()) {
        return layout.column(new GroupLayout.Key(key.get(), keys.get(key.get()).type()));
      }
    }
    return super.bind(expression);
  }

  // What binds to no row is no key; the error comes when it is bound to the group.
  private Optional<Integer> keyOf(Expression expression) {
    try {
      int index = keys.indexOf(rows.bind(expression));
      return index < 0 ? Optional.empty() : Optional.of(index);
    } catch (TaosException e) {
      return Optional.empty();
    }
  }

  @Override
  Scalar bindColumn(Expression.ColumnName column) throws TaosException {
    return companion(rows.bindColumn(column));
  }

  Scalar companion(Scalar expression) {
    return layout.column(new GroupLayout.Companion(expression));
  }

  @Override
  Scalar bindPseudoColumn(Expression.PseudoColumn pseudo) throws TaosException {
    return switch (pseudo.name()) {
      case "tbname", "_rowts", "_c0" -> companion(rows.bindPseudoColumn(pseudo));
      case "_wstart" -> windowBound(GroupLayout.Bound.START);
      case "_wend" -> windowBound(GroupLayout.Bound.END);
      case "_wduration" -> windowBound(GroupLayout.Bound.DURATION);
      default -> super.bindPseudoColumn(pseudo);
    };
  }

  private Scalar windowBound(GroupLayout.Bound bound) throws TaosException {
    if (!windowed) {
      throw ErrorCode.INVALID_WINDOW_PSEUDO_COLUMN.with();
    }
    return layout.column(new GroupLayout.WindowBound(bound));
  }

  @Override
  Scalar bindCall(Expression.Call call) throws TaosException {
    if (Aggregates.contains(call.function())) {
      return layout.column(new GroupLayout.Aggregated(bindAggregate(call)));
    }
    return super.bindCall(call);
  }

  private AggregateCall bindAggregate(Expression.Call call) throws TaosException {
    boolean star = call.arguments().stream().anyMatch(Expression.Star.class::isInstance);
    if (star) {
      if (!call.function().equals("count")) {
        throw ErrorCode.MULTIPLE_RESULTS.with(call.function());
      }
      return new AggregateCall("count", List.of(), List.of(), DataType.BIGINT);
    }
    Arguments arguments = new Arguments(call.function(), rows.bindAll(call.arguments()));
    AggregateCall bound = Aggregates.bind(arguments, precision());
    if (NEED_TIME.contains(call.function())) {
      requireTimestamp();
    }
    Source.Kind kind = scope().map(scope -> scope.source().kind()).orElse(Source.Kind.NORMAL_TABLE);
    if (call.function().equals("percentile") && kind == Source.Kind.SUPER_TABLE) {
      throw ErrorCode.ONLY_SINGLE_TABLE.with("percentile is only supported in single table query");
    }
    if (call.function().equals("elapsed") && !isPrimaryTimestamp(bound.arguments().get(0))) {
      throw ErrorCode.PARAMETER_NOT_PRIMARY_TS.with("elapsed");
    }
    return bound;
  }

  private void requireTimestamp() throws TaosException {
    boolean has =
        scope().map(scope -> scope.source().primaryTimestamp() != Source.NONE).orElse(false);
    if (!has) {
      throw ErrorCode.PRIMARY_TIMESTAMP_REQUIRED.with();
    }
  }

  private boolean isPrimaryTimestamp(Scalar argument) {
    return argument instanceof InputColumn column
        && scope()
            .map(scope -> scope.used().get(column.index()) == scope.source().primaryTimestamp())
            .orElse(false);
  }
}
