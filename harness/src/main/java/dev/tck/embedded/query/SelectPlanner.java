package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a SELECT ready to be executed. */
final class SelectPlanner {
  private final QueryContext context;
  private final Query query;
  private final Query.Select select;

  SelectPlanner(QueryContext context, Query query, Query.Select select) {
    this.context = context;
    this.query = query;
    this.select = select;
  }

  BoundQuery plan() throws TaosException {
    Optional<Scope> scope =
        select.from().isPresent()
            ? Optional.of(new Scope(new SourceBinder(context).bind(select.from().get())))
            : Optional.empty();
    requireTagsOfTables(scope);
    Precision precision =
        scope.map(rows -> rows.source().precision()).orElse(Precision.MILLISECONDS);
    ExpressionBinder clauses =
        new ExpressionBinder(context, scope, precision, ErrorCode.ILLEGAL_AGGREGATE);
    RowSource source = bindWhere(clauses, scope);
    if (scope.isPresent() && scope.get().source() instanceof JoinSource join) {
      join.requireCondition(scope, source.where());
      requireNoGroups(join);
    }
    List<OutputItem> items = OutputItem.expand(select.items(), scope);
    List<Scalar> keys = bindKeys(clauses, items);
    Tail tail = new Tail(query, select, items);
    FunctionRules rules = rules();
    boolean grouped = rules.hasAny() || !select.group().isEmpty() || select.window().isPresent();
    requireClauses(grouped);
    return grouped
        ? new GroupPlanner(select, items, source, clauses, keys, rules).plan(tail)
        : planPlain(source, clauses, items, keys, tail);
  }

  private void requireNoGroups(JoinSource join) throws TaosException {
    boolean grouped =
        !select.group().isEmpty() || !select.partition().isEmpty() || select.window().isPresent();
    if (join.isWindowJoin() && grouped) {
      throw ErrorCode.GROUPED_WINDOW_JOIN.with();
    }
  }

  private void requireTagsOfTables(Optional<Scope> scope) throws TaosException {
    if (!select.tagsOnly()) {
      return;
    }
    Source.Kind kind = scope.map(rows -> rows.source().kind()).orElse(Source.Kind.SUBQUERY);
    if (kind != Source.Kind.SUPER_TABLE && kind != Source.Kind.CHILD_TABLE) {
      throw ErrorCode.INVALID_TAGS_PSEUDO_COLUMN.with();
    }
  }

  private RowSource bindWhere(ExpressionBinder clauses, Optional<Scope> scope)
      throws TaosException {
    if (select.where().isEmpty()) {
      return new RowSource(scope, Optional.empty(), TimeRange.ALL, false);
    }
    Scalar where = clauses.bind(select.where().get());
    if (scope.isEmpty()) {
      return new RowSource(scope, Optional.empty(), TimeRange.ALL, false);
    }
    if (where instanceof Constant constant) {
      boolean nothing = !Logic.isTrue(constant.value(), 0);
      return new RowSource(scope, Optional.empty(), TimeRange.ALL, nothing);
    }
    TimeRange range = TimeRange.ALL;
    if (scope.isPresent() && scope.get().source().primaryTimestamp() != Source.NONE) {
      range = TimeRange.of(where, scope.get().timestampSlot());
      clauses.range(range);
    }
    return new RowSource(scope, Optional.of(where), range, false);
  }

  private List<Scalar> bindKeys(ExpressionBinder clauses, List<OutputItem> items)
      throws TaosException {
    List<Scalar> keys = new ArrayList<>();
    for (Query.PartitionItem item : select.partition()) {
      addKey(keys, clauses.bind(resolve(item.expression(), clauses, items)));
    }
    for (Expression expression : select.group()) {
      addKey(keys, clauses.bind(resolve(expression, clauses, items)));
    }
    return keys;
  }

  private static void addKey(List<Scalar> keys, Scalar key) throws TaosException {
    boolean json =
        key.type().type() == dev.tck.values.TaosType.JSON
            && key instanceof dev.tck.embedded.expression.InputColumn;
    if (json) {
      throw ErrorCode.JSON_IN_GROUP.with();
    }
    if (!keys.contains(key)) {
      keys.add(key);
    }
  }

  // A key may name a column of the select list by position or, if no column is called so, by alias.
  private static Expression resolve(
      Expression key, ExpressionBinder clauses, List<OutputItem> items) throws TaosException {
    Optional<Integer> position = OrderBinder.position(key, items.size());
    if (position.isPresent()) {
      return items.get(position.get()).expression().orElse(key);
    }
    if (!(key instanceof Expression.ColumnName name) || name.table().isPresent()) {
      return key;
    }
    for (OutputItem item : items) {
      if (item.alias().equals(Optional.of(name.name()))
          && !clauses.scope().map(scope -> scope.has(name.name())).orElse(false)) {
        return item.expression().orElse(key);
      }
    }
    return key;
  }

  private FunctionRules rules() throws TaosException {
    FunctionRules rules =
        new FunctionRules(!select.group().isEmpty() || select.window().isPresent());
    for (Query.SelectItem item : select.items()) {
      for (Expression.Call call : FunctionUse.calls(item.expression())) {
        rules.add(call);
      }
    }
    if (select.having().isPresent()) {
      for (Expression.Call call : FunctionUse.calls(select.having().get())) {
        rules.add(call);
      }
    }
    for (Query.SortItem item : query.order()) {
      for (Expression.Call call : FunctionUse.calls(item.expression())) {
        rules.add(call);
      }
    }
    return rules;
  }

  private void requireClauses(boolean grouped) throws TaosException {
    boolean keyed = !select.group().isEmpty() || !select.partition().isEmpty();
    if (select.having().isPresent() && !keyed && select.window().isEmpty()) {
      throw ErrorCode.NOT_A_GROUP_BY_EXPRESSION.with();
    }
    if (query.groupLimit().isPresent() && !keyed) {
      throw ErrorCode.SLIMIT_WITHOUT_PARTITION.with();
    }
    if (!select.group().isEmpty() && select.window().isPresent()) {
      throw ErrorCode.GROUP_AND_WINDOW.with();
    }
    boolean interpolation =
        select.range().isPresent() || select.every().isPresent() || select.fill().isPresent();
    if (interpolation && !grouped) {
      throw ErrorCode.INVALID_INTERP_CLAUSE.with();
    }
  }

  private BoundQuery planPlain(
      RowSource source,
      ExpressionBinder binder,
      List<OutputItem> items,
      List<Scalar> keys,
      Tail tail)
      throws TaosException {
    List<Scalar> outputs = new ArrayList<>();
    for (OutputItem item : items) {
      outputs.add(
          item.expression().isPresent()
              ? binder.bind(item.expression().get())
              : binder.bindPosition(item.position()));
    }
    List<Sorting.Key> order = tail.bindOrder(binder, outputs);
    Optional<Scalar> having =
        select.having().isPresent()
            ? Optional.of(binder.bind(select.having().get()))
            : Optional.empty();
    Stage stage =
        new PlainStage(
            source,
            keys,
            new Projection(List.copyOf(outputs), having),
            rowsOfTables(source, outputs));
    return tail.plan(
        stage, outputs, order, binder.precision(), Timeline.ofRows(source, outputs, keys));
  }

  private static boolean isOfTable(Scope scope, Scalar output) {
    return output instanceof InputColumn column && scope.isOfTable(column.index());
  }

  private boolean rowsOfTables(RowSource source, List<Scalar> outputs) {
    if (source.scope().isEmpty()) {
      return false;
    }
    Scope scope = source.scope().get();
    boolean distinct = select.quantifier() == Query.Quantifier.DISTINCT;
    boolean ofTables =
        outputs.stream().allMatch(output -> Conditions.readsOnly(output, scope::isOfTable));
    boolean filtered =
        source.where().isPresent() && !Conditions.readsOnly(source.where().get(), scope::isOfTable);
    return select.tagsOnly()
        ? ofTables && !filtered
        : distinct
            && scope.source().kind() == Source.Kind.SUPER_TABLE
            && outputs.stream().allMatch(output -> isOfTable(scope, output))
            && outputs.stream().anyMatch(scope::isTableName);
  }
}
