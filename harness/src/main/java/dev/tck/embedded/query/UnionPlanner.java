package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.type.DataType;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a UNION ready to be executed. */
final class UnionPlanner {
  private final QueryContext context;
  private final Query query;
  private final Query.Union union;

  UnionPlanner(QueryContext context, Query query, Query.Union union) {
    this.context = context;
    this.query = query;
    this.union = union;
  }

  BoundQuery plan() throws TaosException {
    BoundQuery left = new QueryPlanner(context).plan(union.left());
    BoundQuery right = new QueryPlanner(context).plan(union.right());
    if (left.fields().size() != right.fields().size()) {
      throw ErrorCode.WRONG_NUMBER_OF_COLUMNS.with();
    }
    Precision precision = left.precision();
    List<Field> fields = new ArrayList<>();
    for (int index = 0; index < left.fields().size(); index++) {
      Field field = left.fields().get(index);
      DataType type = type(field.type(), right.fields().get(index).type());
      fields.add(new Field(field.name(), type, field.named()));
    }
    List<Scalar> leftCasts = casts(left, fields, precision);
    List<Scalar> rightCasts = casts(right, fields, precision);
    List<Sorting.Key> order = order(fields);
    if (query.groupLimit().isPresent()) {
      throw ErrorCode.SLIMIT_WITHOUT_PARTITION.with();
    }
    return new PlannedQuery(
        fields,
        precision,
        left.primaryTimestamp() == right.primaryTimestamp() ? left.primaryTimestamp() : Source.NONE,
        false,
        () -> open(left, leftCasts, right, rightCasts, fields, order));
  }

  // The right side takes the left side's type, and lends it a greater length.
  private static DataType type(DataType left, DataType right) {
    if (left.equals(DataType.NULL)) {
      return right;
    }
    return left.type() == right.type() && right.storedBytes() > left.storedBytes() ? right : left;
  }

  private List<Scalar> casts(BoundQuery part, List<Field> fields, Precision precision)
      throws TaosException {
    Operators operators = new Operators(precision, context.zone());
    List<Scalar> casts = new ArrayList<>();
    for (int index = 0; index < fields.size(); index++) {
      DataType from = part.fields().get(index).type();
      DataType to = fields.get(index).type();
      casts.add(
          from.equals(DataType.NULL)
              ? Constant.ofNull(to)
              : operators.cast(new InputColumn(index, from), to));
    }
    return casts;
  }

  private List<Sorting.Key> order(List<Field> fields) throws TaosException {
    List<Sorting.Key> keys = new ArrayList<>();
    for (Query.SortItem item : query.order()) {
      keys.add(OrderBinder.key(column(item.expression(), fields), item));
    }
    return keys;
  }

  private static int column(Expression expression, List<Field> fields) throws TaosException {
    Optional<Integer> position = OrderBinder.position(expression, fields.size());
    if (position.isPresent()) {
      return position.get();
    }
    if (expression instanceof Expression.ColumnName name && name.table().isEmpty()) {
      for (int index = 0; index < fields.size(); index++) {
        if (fields.get(index).name().equals(name.name())) {
          return index;
        }
      }
    }
    throw ErrorCode.INVALID_ORDER_EXPRESSION.with();
  }

  private BatchStream open(
      BoundQuery left,
      List<Scalar> leftCasts,
      BoundQuery right,
      List<Scalar> rightCasts,
      List<Field> fields,
      List<Sorting.Key> order)
      throws TaosException {
    BatchStream first = new ProjectStream(left.open(), leftCasts);
    BatchStream second = new ProjectStream(right.open(), rightCasts);
    BatchStream rows =
        new ConcatStream(
            Partitions.list(List.of(first, second)), Optional.empty(), Optional.empty());
    int[] columns = IntStream.range(0, fields.size()).toArray();
    if (!union.all()) {
      rows = new DistinctStream(rows, columns);
    }
    if (!order.isEmpty()) {
      rows = Sorting.stream(rows, fields.stream().map(Field::type).toList(), order);
    }
    return query.limit().isPresent() ? new LimitStream(rows, query.limit().get()) : rows;
  }
}
