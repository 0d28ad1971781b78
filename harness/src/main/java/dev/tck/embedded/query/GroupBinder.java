package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.function.AggregateCall;
import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.function.Arguments;
import dev.tck.embedded.function.RowCall;
import dev.tck.embedded.function.RowFunctions;
import dev.tck.embedded.sql.Expression;
import dev.tck.values.TaosType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds expressions to groups or windows of rows: aggregates, keys, and what goes with them. */
class GroupBinder extends ExpressionBinder {
  private static final Set<String> NEED_TIME = Set.of("first", "last", "last_row", "twa", "irate");

  private final ExpressionBinder rows;
  private final List<Scalar> keys;
  private final GroupLayout layout = new GroupLayout();
  private final Kind kind;
  private boolean inSelectList = true;

  /**
   * Creates a binder.
   *
   * @param rows binds to single rows; an aggregate inside an aggregate is its error
   */
  GroupBinder(ExpressionBinder rows, List<Scalar> keys, Kind kind) {
    super(rows.context(), rows.scope(), rows.precision(), ErrorCode.NOT_ALLOWED_FUNCTION);
    this.rows = rows;
    this.keys = keys;
    this.kind = kind;
    range(rows.range());
  }

  /**
   * Says what is bound to.
   *
   * @param windowed is true for windows
   * @param oneTable is true if the rows of a group are rows of one table, whose tags are the same
   * @param state is the state of a state window
   */
  record Kind(boolean windowed, boolean oneTable, Optional<Scalar> state) {}

  GroupLayout layout() {
    return layout;
  }

  ExpressionBinder rows() {
    return rows;
  }

  @Override
  Scalar bind(Expression expression) throws TaosException {
    boolean mayBeKey = !keys.isEmpty() || kind.state().isPresent();
    if (mayBeKey && FunctionUse.calls(expression).isEmpty()) {
      Optional<Scalar> key = keyOf(expression);
      if (key.isPresent()) {
        return key.get();
      }
    }
    return super.bind(expression);
  }

  // What binds to no row is no key; the error comes when it is bound to the group.
  private Optional<Scalar> keyOf(Expression expression) {
    Scalar bound;
    try {
      bound = rows.bind(expression);
    } catch (TaosException e) {
      return Optional.empty();
    }
    int index = keys.indexOf(bound);
    if (index >= 0) {
      return Optional.of(layout.column(new GroupLayout.Key(index, keys.get(index).type())));
    }
    return kind.state().equals(Optional.of(bound))
        ? Optional.of(layout.column(new GroupLayout.OfGroup(bound)))
        : Optional.empty();
  }

  @Override
  Scalar bindColumn(Expression.ColumnName column) throws TaosException {
    return companion(rows.bindColumn(column));
  }

  private Scalar companion(Scalar expression) {
    boolean ofTable =
        expression instanceof InputColumn column
            && scope().map(scope -> scope.sourceColumn(column).isOfTable()).orElse(false);
    return layout.column(
        kind.oneTable() && ofTable
            ? new GroupLayout.OfGroup(expression)
            : new GroupLayout.Companion(expression));
  }

  @Override
  Scalar bindPseudoColumn(Expression.PseudoColumn pseudo) throws TaosException {
    return switch (pseudo.name()) {
      case "tbname", "_rowts", "_c0" -> companion(rows.bindPseudoColumn(pseudo));
      case "_wstart" -> windowBound(pseudo, GroupLayout.Bound.START);
      case "_wend" -> windowBound(pseudo, GroupLayout.Bound.END);
      case "_wduration" -> windowBound(pseudo, GroupLayout.Bound.DURATION);
      case "_irowts" -> interpolationColumn(GroupLayout.InterpolationFact.TIME);
      case "_isfilled" -> interpolationColumn(GroupLayout.InterpolationFact.FILLED);
      case "_irowts_origin" -> interpolationColumn(GroupLayout.InterpolationFact.ORIGINAL_TIME);
      default -> super.bindPseudoColumn(pseudo);
    };
  }

  private Scalar interpolationColumn(GroupLayout.InterpolationFact fact) {
    return layout.column(new GroupLayout.InterpolationColumn(fact));
  }

  private Scalar windowBound(Expression.PseudoColumn pseudo, GroupLayout.Bound bound)
      throws TaosException {
    if (!kind.windowed()) {
      if (scope().map(scope -> scope.has(pseudo.name())).orElse(false)) {
        return companion(rows.bindPseudoColumn(pseudo));
      }
      throw ErrorCode.INVALID_WINDOW_PSEUDO_COLUMN.with();
    }
    return layout.column(new GroupLayout.WindowBound(bound));
  }

  /** Notes whether what is bound next belongs to the select list, where all functions may stand. */
  void inSelectList(boolean newValue) {
    inSelectList = newValue;
  }

  @Override
  Scalar bindPosition(int position) throws TaosException {
    Scalar column = rows.bindPosition(position);
    int key = keys.indexOf(column);
    return key < 0
        ? companion(column)
        : layout.column(new GroupLayout.Key(key, keys.get(key).type()));
  }

  @Override
  Scalar bindCall(Expression.Call call) throws TaosException {
    if (Aggregates.contains(call.function())) {
      return layout.column(new GroupLayout.Aggregated(bindAggregate(call)));
    } else if (RowFunctions.contains(call.function())) {
      return layout.column(new GroupLayout.Made(bindRowFunction(call)));
    } else if (FunctionUse.isInterpolation(call.function())) {
      return layout.column(bindInterpolation(call));
    }
    return super.bindCall(call);
  }

  private RowCall bindRowFunction(Expression.Call call) throws TaosException {
    if (!inSelectList) {
      throw ErrorCode.NOT_ALLOWED_FUNCTION.with();
    }
    Arguments arguments = new Arguments(call.function(), rows.bindAll(call.arguments()));
    requireOwnColumn(call, arguments);
    RowCall bound = RowFunctions.bind(arguments, precision());
    if (FunctionUse.needsTime(call.function())) {
      requireTimestamp(call.function());
    }
    return bound.withCompositeKey(hasCompositeKey());
  }

  // The table's name is no column to MODE and UNIQUE.
  private void requireOwnColumn(Expression.Call call, Arguments arguments) throws TaosException {
    boolean ofColumns = call.function().equals("mode") || call.function().equals("unique");
    boolean ofName =
        arguments.count() > 0
            && scope().map(scope -> scope.isTableName(arguments.get(0))).orElse(false);
    if (ofColumns && ofName) {
      throw ErrorCode.PARAMETER_NEEDS_COLUMN.with(call.function());
    }
  }

  private boolean hasCompositeKey() {
    return scope().map(scope -> scope.source().hasCompositeKey()).orElse(false);
  }

  private GroupLayout.Interpolated bindInterpolation(Expression.Call call) throws TaosException {
    Arguments arguments = new Arguments(call.function(), rows.bindAll(call.arguments()));
    arguments.requireCount(1, 2);
    arguments.requireType(
        !(arguments.get(0) instanceof Constant)
            && (arguments.isNumber(0) || arguments.type(0).type() == TaosType.BOOL));
    long option = arguments.count() == 2 ? arguments.integer(1) : 0;
    arguments.requireValue(option == 0 || option == 1);
    requireTimestamp(call.function());
    return new GroupLayout.Interpolated(arguments.get(0), option == 1);
  }

  private AggregateCall bindAggregate(Expression.Call call) throws TaosException {
    boolean star = call.arguments().stream().anyMatch(Expression.Star.class::isInstance);
    if (star) {
      if (!call.function().equals("count")) {
        throw ErrorCode.MULTIPLE_RESULTS.with(call.function());
      }
      if (scope().isEmpty()) {
        throw ErrorCode.INVALID_COLUMN.with("*");
      }
      return AggregateCall.ofRows();
    }
    Arguments arguments = new Arguments(call.function(), rows.bindAll(call.arguments()));
    requireOwnColumn(call, arguments);
    if (scope().isEmpty() && call.function().equals("count")) {
      throw ErrorCode.TABLE_NOT_EXIST_NAMED.with("(null)");
    }
    AggregateCall bound = Aggregates.bind(arguments, precision());
    if (NEED_TIME.contains(call.function())) {
      requireTimestamp(call.function());
    }
    Source.Kind source =
        scope().map(scope -> scope.source().kind()).orElse(Source.Kind.NORMAL_TABLE);
    boolean oneTable = source == Source.Kind.NORMAL_TABLE || source == Source.Kind.CHILD_TABLE;
    if (call.function().equals("percentile") && !oneTable) {
      throw ErrorCode.ONLY_SINGLE_TABLE.with("percentile is only supported in single table query");
    }
    if (call.function().equals("elapsed") && !isPrimaryTimestamp(bound.arguments().get(0))) {
      throw ErrorCode.PARAMETER_NOT_PRIMARY_TS.with("elapsed");
    }
    return bound.withCompositeKey(hasCompositeKey());
  }

  private void requireTimestamp(String function) throws TaosException {
    boolean ofSystem =
        scope().map(scope -> scope.source().kind() == Source.Kind.SYSTEM_TABLE).orElse(false);
    if (ofSystem) {
      throw ErrorCode.SYSTEM_TABLE_FUNCTION.with(function);
    }
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
