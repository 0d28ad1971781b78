package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.FloatFormat;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.Arrays;

/** HISTOGRAM: how many values lie in each bin, as JSON text. */
final class Histogram implements RowFunction {
  private static final int DIGITS = 6;

  private final RowCall call;
  private final int column;

  Histogram(RowCall call, int column) {
    this.call = call;
    this.column = column;
  }

  private String text(int parameter) {
    return call.parameters().get(parameter).value().textAt(0);
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    double[] bounds = Bins.parse(text(0), text(1));
    boolean normalised = call.parameters().get(2).value().longAt(0) != 0;
    long[] counts = count(rows.column(column), from, to, bounds);
    long total = Arrays.stream(counts).sum();
    VectorBuilder result = new VectorBuilder(Bins.TEXT, counts.length);
    for (int bin = 0; bin < counts.length; bin++) {
      String count =
          normalised
              ? FloatFormat.fixed(total == 0 ? 0 : counts[bin] / (double) total, DIGITS)
              : Long.toString(counts[bin]);
      double low = Math.min(bounds[bin], bounds[bin + 1]);
      double high = Math.max(bounds[bin], bounds[bin + 1]);
      result.appendText(
          "{\"lower_bin\":%s, \"upper_bin\":%s, \"count\":%s}"
              .formatted(
                  FloatFormat.general(low, DIGITS), FloatFormat.general(high, DIGITS), count));
    }
    int[] origins = new int[counts.length];
    Arrays.fill(origins, -1);
    return new MadeRows(origins, result.build());
  }

  private static long[] count(Vector values, int from, int to, double[] bounds) {
    long[] counts = new long[bounds.length - 1];
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      double value = values.doubleAt(row);
      for (int bin = 0; bin < counts.length; bin++) {
        double low = Math.min(bounds[bin], bounds[bin + 1]);
        double high = Math.max(bounds[bin], bounds[bin + 1]);
        if (value > low && value <= high) {
          counts[bin]++;
          break;
        }
      }
    }
    return counts;
  }
}
