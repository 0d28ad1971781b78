package dev.tck.embedded.query;

import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.function.AggregateCall;
import dev.tck.embedded.function.RowCall;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.embedded.window.Window;
import java.util.ArrayList;
import java.util.List;

/** Lists the columns that a stage of groups or windows gives, each added when it is first used. */
final class GroupLayout {
  private final List<Item> items = new ArrayList<>();

  /** A column of the stage. */
  sealed interface Item {
    DataType type();

    /** Returns the expressions of rows that the item needs. */
    List<Scalar> inputs();
  }

  /** A key by which rows are grouped. */
  record Key(int index, DataType type) implements Item {
    @Override
    public List<Scalar> inputs() {
      return List.of();
    }
  }

  /** The value of an aggregate. */
  record Aggregated(AggregateCall call) implements Item {
    @Override
    public DataType type() {
      return call.type();
    }

    @Override
    public List<Scalar> inputs() {
      return call.arguments();
    }
  }

  /** The value of a function that makes several rows. */
  record Made(RowCall call) implements Item {
    @Override
    public DataType type() {
      return call.type();
    }

    @Override
    public List<Scalar> inputs() {
      return List.of(call.argument());
    }
  }

  /** An interpolated value; with {@code skipsNull}, rows without value do not count. */
  record Interpolated(Scalar argument, boolean skipsNull) implements Item {
    @Override
    public DataType type() {
      return argument.type();
    }

    @Override
    public List<Scalar> inputs() {
      return List.of(argument);
    }
  }

  /** Names what can be told of an interpolated row. */
  enum InterpolationFact {
    TIME,
    FILLED,
    ORIGINAL_TIME
  }

  /** The time of an interpolated row, or whether it was interpolated at all. */
  record InterpolationColumn(InterpolationFact fact) implements Item {
    @Override
    public DataType type() {
      return fact == InterpolationFact.FILLED ? DataType.BOOL : DataType.TIMESTAMP;
    }

    @Override
    public List<Scalar> inputs() {
      return List.of();
    }
  }

  /** An expression of the row that a function chose. */
  record Companion(Scalar expression) implements Item {
    @Override
    public DataType type() {
      return expression.type();
    }

    @Override
    public List<Scalar> inputs() {
      return List.of(expression);
    }
  }

  /** An expression that has the same value for all rows of the group. */
  record OfGroup(Scalar expression) implements Item {
    @Override
    public DataType type() {
      return expression.type();
    }

    @Override
    public List<Scalar> inputs() {
      return List.of(expression);
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

    @Override
    public List<Scalar> inputs() {
      return List.of();
    }

    /** Appends what the item tells of a window. */
    void append(Window window, VectorBuilder out) {
      out.appendLong(
          switch (bound) {
            case START -> window.start();
            case END -> window.end();
            case DURATION -> window.end() - window.start();
          });
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
