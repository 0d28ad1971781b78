package dev.tck.embedded.function;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.TaosType;

/**
 * Computes how far numbers lie apart: SPREAD, STDDEV and VAR_POP, all over the whole population.
 */
final class Spreading implements Accumulator {
  private final String function;
  private final int column;
  private final DataType input;
  private long count;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private long integers;
  private long integerSquares;
  private double doubles;
  private double doubleSquares;

  Spreading(String function, int column, DataType input) {
    this.function = function;
    this.column = column;
    this.input = input;
  }

  @Override
  public void add(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    boolean floating = input.isFloating();
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      count++;
      double value = values.doubleAt(row);
      least = Math.min(least, value);
      most = Math.max(most, value);
      if (floating) {
        doubles += value;
        doubleSquares +=
            input.type() == TaosType.FLOAT ? (float) value * (float) value : value * value;
      } else {
        long integer = values.longAt(row);
        integers += integer;
        integerSquares += square(integer);
      }
    }
  }

  // As wide as C's arithmetic on the type, which wraps for 32 bits.
  private long square(long value) {
    return switch (input.type()) {
      case INT, SMALLINT_UNSIGNED -> (int) (value * value);
      case INT_UNSIGNED -> (value * value) & 0xFFFFFFFFL;
      default -> value * value;
    };
  }

  @Override
  public void appendResult(VectorBuilder out) {
    if (count == 0) {
      out.appendNull();
    } else if (function.equals("spread")) {
      out.appendDouble(most - least);
    } else {
      double variance = variance();
      Summing.appendFinite(out, function.equals("var_pop") ? variance : Math.sqrt(variance));
    }
  }

  private double variance() {
    double total = count;
    double average;
    double squares;
    if (input.isFloating()) {
      average = doubles / total;
      squares = doubleSquares;
    } else if (input.type().isUnsignedInteger()) {
      average = Vector.unsignedToDouble(integers) / total;
      squares = Vector.unsignedToDouble(integerSquares);
    } else {
      average = integers / total;
      squares = integerSquares;
    }
    return Math.abs(squares / total - average * average);
  }
}
