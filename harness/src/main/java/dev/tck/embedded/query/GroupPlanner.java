package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.function.AggregateCall;
import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.window.WholeWindow;
import dev.tck.embedded.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans a SELECT whose rows come from groups or windows of rows, or from functions of them. */
final class GroupPlanner {
  private static final Set<String> WITH_TIME =
      Set.of("first", "last", "last_row", "twa", "irate", "elapsed");

  private final Query.Select select;
  private final List<OutputItem> items;
  private final RowSource source;
  private final ExpressionBinder rows;
  private final List<Scalar> keys;
  private final FunctionRules rules;
  private final Optional<WindowPlanner> window;

  GroupPlanner(
      Query.Select select,
      List<OutputItem> items,
      RowSource source,
      ExpressionBinder clauses,
      List<Scalar> keys,
      FunctionRules rules)
      throws TaosException {
    this.select = select;
    this.items = items;
    this.source = source;
    this.rows =
        new ExpressionBinder(
            clauses.context(), clauses.scope(), clauses.precision(), ErrorCode.AGGREGATE_NESTING);
    this.rows.range(clauses.range());
    this.keys = keys;
    this.rules = rules;
    this.window =
        select.window().isPresent()
            ? Optional.of(new WindowPlanner(select.window().get(), source, clauses))
            : Optional.empty();
  }

  BoundQuery plan(Tail tail) throws TaosException {
    GroupBinder binder = new GroupBinder(rows, keys, kind());
    List<Scalar> outputs = new ArrayList<>();
    for (OutputItem item : items) {
      outputs.add(
          item.expression().isPresent()
              ? binder.bind(item.expression().get())
              : binder.bindPosition(item.position()));
    }
    Optional<Scalar> having =
        select.having().isPresent()
            ? Optional.of(binder.bind(select.having().get()))
            : Optional.empty();
    binder.inSelectList(false);
    List<Sorting.Key> sortKeys = tail.bindOrder(binder, outputs);
    requireCompanionsAllowed(binder.layout());
    if (window.isPresent() && !rules.hasAny()) {
      throw ErrorCode.NO_FUNCTION_IN_WINDOW.with();
    }
    Projection projection = new Projection(List.copyOf(outputs), having);
    Stage stage = stage(binder, projection);
    return tail.plan(stage, outputs, sortKeys, rows.precision(), timeline(binder, outputs));
  }

  private GroupBinder.Kind kind() {
    boolean byTable =
        source.scope().isPresent() && keys.stream().anyMatch(source.scope().get()::isTableName);
    boolean oneTable = byTable || (window.isEmpty() && isOneTable());
    return new GroupBinder.Kind(window.isPresent(), oneTable, window.flatMap(WindowPlanner::state));
  }

  private boolean isOneTable() {
    Source.Kind kind =
        source.scope().map(scope -> scope.source().kind()).orElse(Source.Kind.SUBQUERY);
    return kind == Source.Kind.CHILD_TABLE || kind == Source.Kind.NORMAL_TABLE;
  }

  // Columns may stand beside a function only if it alone says from which row they come.
  private void requireCompanionsAllowed(GroupLayout layout) throws TaosException {
    if (layout.companions().isEmpty() || (rules.selecting() == 1 && !rules.hasOther())) {
      return;
    }
    if (!select.group().isEmpty()) {
      throw ErrorCode.NOT_A_GROUP_BY_EXPRESSION.with();
    }
    if (window.isPresent()) {
      throw ErrorCode.INVALID_OPERATOR_USAGE.with(name(layout.companions().get(0)));
    }
    throw ErrorCode.NOT_SINGLE_GROUP.with();
  }

  private String name(Scalar companion) {
    return companion instanceof InputColumn column && source.scope().isPresent()
        ? source.scope().get().sourceColumn(column).name()
        : "";
  }

  private Stage stage(GroupBinder binder, Projection projection) throws TaosException {
    GroupLayout layout = binder.layout();
    if (rules.hasInterpolation()) {
      if (!layout.aggregates().isEmpty()) {
        throw ErrorCode.PLANNER.with();
      }
      return new InterpolationPlanner(select, source, rows, keys)
          .stage(layout, projection, items.size());
    }
    boolean makesRows = layout.items().stream().anyMatch(GroupLayout.Made.class::isInstance);
    StageInputs inputs = new StageInputs(layout, keys, time(layout, makesRows), rows.precision());
    if (window.isPresent()) {
      Windows windows = window.get().windows(inputs);
      return new WindowStage(
          source,
          inputs,
          windows,
          projection,
          window.get().filling(layout, projection, items.size()));
    }
    boolean ordered =
        makesRows
            || layout.aggregates().stream()
                .anyMatch(call -> Aggregates.needsTimeOrder(call.function()));
    if (ordered) {
      return new WindowStage(source, inputs, new WholeWindow(), projection, Optional.empty());
    }
    return new GroupStage(source, inputs, projection, emptyGroups(layout));
  }

  private Optional<Scalar> time(GroupLayout layout, boolean makesRows) {
    boolean needed =
        window.isPresent()
            || makesRows
            || layout.aggregates().stream().anyMatch(call -> WITH_TIME.contains(call.function()));
    return source
        .scope()
        .filter(scope -> needed && scope.source().primaryTimestamp() != Source.NONE)
        .map(scope -> scope.column(scope.source().primaryTimestamp()));
  }

  private GroupStage.EmptyGroups emptyGroups(GroupLayout layout) {
    boolean counts = layout.aggregates().stream().anyMatch(AggregateCall::countsNothing);
    if (!counts) {
      return GroupStage.EmptyGroups.NONE;
    }
    if (keys.isEmpty()) {
      return GroupStage.EmptyGroups.ALL_ROWS;
    }
    boolean ofTables =
        source.scope().isPresent()
            && layout.aggregates().stream().anyMatch(AggregateCall::countsRowsOfTables)
            && keys.stream()
                .allMatch(
                    key ->
                        Conditions.readsAny(key)
                            && Conditions.readsOnly(key, source.scope().get()::isOfTable));
    return ofTables ? GroupStage.EmptyGroups.OF_TABLES : GroupStage.EmptyGroups.NONE;
  }

  private Timeline timeline(GroupBinder binder, List<Scalar> outputs) {
    for (int index = 0; index < outputs.size(); index++) {
      if (outputs.get(index) instanceof InputColumn column
          && isTime(binder.layout().items().get(column.index()))) {
        boolean oneSequence =
            keys.isEmpty()
                && (window.isPresent() || rules.hasSequence() || rules.hasInterpolation());
        return new Timeline(index, oneSequence);
      }
    }
    return Timeline.NONE;
  }

  private boolean isTime(GroupLayout.Item item) {
    if (item instanceof GroupLayout.WindowBound bound) {
      return bound.bound() != GroupLayout.Bound.DURATION;
    } else if (item instanceof GroupLayout.InterpolationColumn column) {
      return column.fact() == GroupLayout.InterpolationFact.TIME;
    } else if (item instanceof GroupLayout.Companion companion) {
      return isPrimaryTimestamp(companion.expression());
    } else if (item instanceof GroupLayout.Aggregated aggregated) {
      boolean choosesByTime =
          aggregated.call().function().equals("first")
              || aggregated.call().function().equals("last");
      return choosesByTime && isPrimaryTimestamp(aggregated.call().arguments().get(0));
    }
    return false;
  }

  private boolean isPrimaryTimestamp(Scalar expression) {
    return expression instanceof InputColumn column
        && source.scope().isPresent()
        && source.scope().get().isPrimaryTimestamp(column);
  }
}
