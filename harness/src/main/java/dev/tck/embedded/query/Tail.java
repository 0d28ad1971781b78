package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The end of a SELECT: DISTINCT, ORDER BY, LIMIT and SLIMIT. */
final class Tail {
  private final Query query;
  private final Query.Select select;
  private final List<OutputItem> items;

  Tail(Query query, Query.Select select, List<OutputItem> items) {
    this.query = query;
    this.select = select;
    this.items = items;
  }

  private boolean isDistinct() {
    return select.quantifier() == Query.Quantifier.DISTINCT;
  }

  List<Sorting.Key> bindOrder(ExpressionBinder binder, List<Scalar> outputs) throws TaosException {
    return new OrderBinder(binder, items, outputs, isDistinct()).bind(query.order());
  }

  /**
   * Returns the query.
   *
   * @param outputs are the select list, and after it what else the rows are ordered by
   */
  BoundQuery plan(
      Stage stage,
      List<Scalar> outputs,
      List<Sorting.Key> order,
      Precision precision,
      Timeline timeline) {
    List<Field> fields = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      OutputItem item = items.get(index);
      fields.add(new Field(item.name(), outputs.get(index).type(), item.isNamed()));
    }
    List<DataType> types = outputs.stream().map(Scalar::type).toList();
    Timeline result = timeline(timeline, order);
    boolean sorted = isSorted(timeline, order);
    return new PlannedQuery(
        fields,
        precision,
        result.column(),
        result.inOrder(),
        () -> open(stage, types, sorted ? List.of() : order));
  }

  private static boolean isSorted(Timeline timeline, List<Sorting.Key> order) {
    return timeline.inOrder()
        && !order.isEmpty()
        && order.get(0).column() == timeline.column()
        && !order.get(0).descending();
  }

  private Timeline timeline(Timeline timeline, List<Sorting.Key> order) {
    if (timeline.column() < 0 || timeline.column() >= items.size()) {
      return Timeline.NONE;
    }
    if (order.isEmpty()) {
      return timeline;
    }
    Sorting.Key first = order.get(0);
    return new Timeline(
        timeline.column(), first.column() == timeline.column() && !first.descending());
  }

  private BatchStream open(Stage stage, List<DataType> types, List<Sorting.Key> order)
      throws TaosException {
    boolean keyed = !select.partition().isEmpty() || !select.group().isEmpty();
    boolean limitOfEach = keyed && query.order().isEmpty() && !isDistinct();
    Optional<Query.Limit> none = Optional.empty();
    BatchStream rows =
        new ConcatStream(stage.open(), limitOfEach ? query.limit() : none, query.groupLimit());
    int[] visible = IntStream.range(0, items.size()).toArray();
    if (isDistinct()) {
      rows = new DistinctStream(rows, visible);
    }
    if (!order.isEmpty()) {
      rows = Sorting.stream(rows, types, order, limitOfEach ? Long.MAX_VALUE : wanted());
    }
    if (query.limit().isPresent() && !limitOfEach) {
      rows = new LimitStream(rows, query.limit().get());
    }
    return projected(rows, visible);
  }

  // How many rows can be seen, those that OFFSET skips included.
  private long wanted() {
    if (query.limit().isEmpty()) {
      return Long.MAX_VALUE;
    }
    Query.Limit limit = query.limit().get();
    boolean countable = limit.count() < Integer.MAX_VALUE && limit.offset() < Integer.MAX_VALUE;
    return countable ? limit.count() + limit.offset() : Long.MAX_VALUE;
  }

  // What the rows are ordered and partitioned by stands behind what is asked for.
  private static BatchStream projected(BatchStream rows, int[] visible) {
    return () -> {
      Batch batch = rows.next();
      return batch == null || batch.width() == visible.length ? batch : batch.project(visible);
    };
  }
}
