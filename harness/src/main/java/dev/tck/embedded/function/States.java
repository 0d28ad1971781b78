package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/**
 * STATECOUNT and STATEDURATION: for how many rows, or how long, a condition has held; -1 where it
 * does not hold.
 */
final class States implements RowFunction {
  private static final long NOT_HOLDING = -1;

  private final boolean counts;
  private final String operator;
  private final Constant operand;
  private final long unit;
  private final int column;
  private final int timeColumn;

  States(RowCall call, int column, int timeColumn) {
    this.counts = call.function().equals("statecount");
    this.operator = call.parameters().get(0).value().textAt(0);
    this.operand = call.parameters().get(1);
    this.unit = call.parameters().get(2).value().longAt(0);
    this.column = column;
    this.timeColumn = timeColumn;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    TimeOrder.requireDistinct(rows, timeColumn, from, to);
    Vector values = rows.column(column);
    VectorBuilder result = new VectorBuilder(DataType.BIGINT, to - from);
    int[] origins = new int[to - from];
    int held = 0;
    int first = from;
    for (int row = from; row < to; row++) {
      origins[row - from] = row;
      if (values.isNull(row)) {
        result.appendNull();
      } else if (!holds(values, row)) {
        held = 0;
        result.appendLong(NOT_HOLDING);
      } else {
        first = held == 0 ? row : first;
        held++;
        result.appendLong(counts ? held : duration(rows, first, row));
      }
    }
    return new MadeRows(origins, result.build());
  }

  private long duration(Batch rows, int first, int row) {
    Vector times = rows.column(timeColumn);
    return (times.longAt(row) - times.longAt(first)) / unit;
  }

  private boolean holds(Vector values, int row) {
    int order = compare(values, row);
    return switch (operator) {
      case "LT" -> order < 0;
      case "GT" -> order > 0;
      case "LE" -> order <= 0;
      case "GE" -> order >= 0;
      case "NE" -> order != 0;
      default -> order == 0;
    };
  }

  private int compare(Vector values, int row) {
    boolean whole = !values.type().isFloating() && !operand.type().isFloating();
    return whole && !values.type().type().isUnsignedInteger()
        ? Long.compare(values.longAt(row), operand.value().longAt(0))
        : Double.compare(values.doubleAt(row), operand.value().doubleAt(0));
  }
}
