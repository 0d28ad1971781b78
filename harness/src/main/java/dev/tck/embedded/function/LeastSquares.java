package dev.tck.embedded.function;

import dev.tck.embedded.expression.FloatFormat;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/** Fits a line through values at equal steps; the text says {@code slop}, as TDengine's does. */
final class LeastSquares implements Accumulator {
  private static final int LONGEST_FIXED = 25;

  private final int column;
  private final double step;
  private double x;
  private long count;
  private double sumXx;
  private double sumX;
  private double sumXy;
  private double sumY;

  LeastSquares(int column, double start, double step) {
    this.column = column;
    this.x = start;
    this.step = step;
  }

  @Override
  public void add(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    for (int row = from; row < to; row++) {
      if (!values.isNull(row)) {
        double y = values.doubleAt(row);
        sumXx += x * x;
        sumX += x;
        sumXy += x * y;
        sumY += y;
        x += step;
        count++;
      }
    }
  }

  @Override
  public void appendResult(VectorBuilder out) {
    double total = count;
    double denominator = sumXx - sumX * (sumX / total);
    if (count == 0 || denominator == 0) {
      out.appendNull();
      return;
    }
    double numerator = sumXy - sumY * (sumX / total);
    double intercept = (sumY - numerator * (sumX / denominator)) / total;
    double slope = numerator / denominator;
    out.appendText("{slop:" + format(slope) + ", intercept:" + format(intercept) + "}");
  }

  private static String format(double value) {
    String fixed = FloatFormat.fixed(value, 6);
    return fixed.length() > LONGEST_FIXED ? FloatFormat.scientific(value, 6) : fixed;
  }
}
