package dev.tck.embedded.query;

import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.function.AggregateCall;
import dev.tck.embedded.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** Lists the columns that a stage of groups or windows gives, each added when it is first used. */
final class GroupLayout {
  private final List<Item> items = new ArrayList<>();

  /** A column of the stage. */
  sealed interface Item {
    DataType type();
  }

  /** A key by which rows are grouped. */
  record Key(int index, DataType type) implements Item {}

  /** The value of an aggregate. */
  record Aggregated(AggregateCall call) implements Item {
    @Override
    public DataType type() {
      return call.type();
    }
  }

  /** An expression of the row that an aggregate chose, or that is the same for the whole group. */
  record Companion(Scalar expression) implements Item {
    @Override
    public DataType type() {
      return expression.type();
    }
  }

  /** Names what can be told of a window. */
  enum Bound {
    START,
    END,
    DURATION
  }

  /** A bound of the window, or its length. */
  record WindowBound(Bound bound) implements Item {
    @Override
    public DataType type() {
      return bound == Bound.DURATION ? DataType.BIGINT : DataType.TIMESTAMP;
    }
  }

  /** Returns the expression of a column. */
  InputColumn column(Item item) {
    int slot = items.indexOf(item);
    if (slot < 0) {
      slot = items.size();
      items.add(item);
    }
    return new InputColumn(slot, item.type());
  }

  List<Item> items() {
    return items;
  }

  List<DataType> types() {
    return items.stream().map(Item::type).toList();
  }

  /** Returns the aggregates, each once. */
  List<AggregateCall> aggregates() {
    List<AggregateCall> calls = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Aggregated aggregated) {
        calls.add(aggregated.call());
      }
    }
    return calls;
  }

  /** Returns the expressions that are no aggregates and no keys. */
  List<Scalar> companions() {
    List<Scalar> expressions = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Companion companion) {
        expressions.add(companion.expression());
      }
    }
    return expressions;
  }
}
