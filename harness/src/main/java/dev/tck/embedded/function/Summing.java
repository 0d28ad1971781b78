package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.Decimals;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Adds up numbers, for SUM and AVG: integers in 64 bits that wrap, others as doubles or decimals.
 */
final class Summing implements Accumulator {
  private final int column;
  private final boolean average;
  private final DataType input;
  private final DataType result;
  private long count;
  private long integers;
  private double doubles;
  private boolean overflown;
  private BigDecimal decimals = BigDecimal.ZERO;

  Summing(int column, boolean average, DataType input, DataType result) {
    this.column = column;
    this.average = average;
    this.input = input;
    this.result = result;
  }

  @Override
  public void add(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      count++;
      if (input.type().isDecimal()) {
        decimals = decimals.add(values.decimalAt(row));
      } else if (input.isFloating()) {
        doubles += values.doubleAt(row);
      } else {
        addInteger(values.longAt(row));
      }
    }
  }

  // SUM wraps; AVG goes on in floating point once 64 bits do not suffice.
  private void addInteger(long value) {
    long sum = integers + value;
    if (average && !overflown) {
      boolean unsigned = input.type().isUnsignedInteger();
      overflown =
          unsigned
              ? Long.compareUnsigned(sum, integers) < 0
              : ((integers ^ sum) & (value ^ sum)) < 0;
      if (overflown) {
        doubles = toDouble(integers);
      }
    }
    if (overflown) {
      doubles += toDouble(value);
    }
    integers = sum;
  }

  private double toDouble(long value) {
    return input.type().isUnsignedInteger() ? Vector.unsignedToDouble(value) : value;
  }

  @Override
  public void appendResult(VectorBuilder out) throws TaosException {
    if (count == 0) {
      out.appendNull();
    } else if (input.type().isDecimal()) {
      BigDecimal value =
          average
              ? decimals.divide(BigDecimal.valueOf(count), result.scale(), RoundingMode.HALF_UP)
              : decimals;
      out.appendDecimal(Decimals.fit(value, result));
    } else if (!average) {
      appendSum(out);
    } else {
      appendAverage(out);
    }
  }

  private void appendSum(VectorBuilder out) {
    if (input.isFloating()) {
      appendFinite(out, doubles);
    } else {
      out.appendLong(integers);
    }
  }

  private void appendAverage(VectorBuilder out) {
    boolean floating = input.isFloating() || overflown;
    appendFinite(out, (floating ? doubles : toDouble(integers)) / count);
  }

  /** Appends a number, or NULL if it is none or infinite. */
  static void appendFinite(VectorBuilder out, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.appendNull();
    } else {
      out.appendDouble(value);
    }
  }
}
