package dev.tck.embedded.function;

import dev.tck.embedded.expression.FloatFormat;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Finds values below which so many percent of all lie: PERCENTILE and APERCENTILE. */
final class Percentiles implements Accumulator {
  /** Names how a percentile is read off the sorted values. */
  enum Method {
    /** Between the two nearest values. */
    EXACT,
    /** As TDengine's histogram does it while each value has a bin of its own. */
    HISTOGRAM
  }

  private final int column;
  private final Method method;
  private final List<Double> percents;
  private double[] values = new double[16];
  private int count;

  Percentiles(int column, Method method, List<Double> percents) {
    this.column = column;
    this.method = method;
    this.percents = percents;
  }

  @Override
  public void add(Batch rows, int from, int to) {
    Vector vector = rows.column(column);
    for (int row = from; row < to; row++) {
      if (!vector.isNull(row)) {
        if (count == values.length) {
          values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = vector.doubleAt(row);
      }
    }
  }

  @Override
  public void appendResult(VectorBuilder out) {
    if (count == 0) {
      out.appendNull();
      return;
    }
    Arrays.sort(values, 0, count);
    if (out.type().type().isVariable()) {
      out.appendText(
          percents.stream()
              .map(percent -> FloatFormat.fixed(exact(percent), 6))
              .collect(Collectors.joining(", ", "[", "]")));
      return;
    }
    double percent = percents.get(0);
    out.appendDouble(method == Method.EXACT ? exact(percent) : histogram(percent));
  }

  private double exact(double percent) {
    if (percent >= 100) {
      return values[count - 1];
    }
    double position = percent * (count - 1) / 100.0;
    int index = (int) position;
    double fraction = position - index;
    return index + 1 >= count
        ? values[count - 1]
        : (1 - fraction) * values[index] + fraction * values[index + 1];
  }

  private double histogram(double percent) {
    double wanted = percent / 100 * count;
    int bin = endOfBin(0);
    if (wanted == 0 || wanted <= bin) {
      return values[0];
    }
    if (wanted == count) {
      return values[count - 1];
    }
    int begin = 0;
    int end = bin;
    while (end < count && !(end <= wanted && endOfBin(end) > wanted)) {
      begin = end;
      end = endOfBin(end);
    }
    double delta = wanted - end;
    double size = end - begin;
    double range = endOfBin(end) - end - size;
    double gap = values[end] - values[begin];
    if (range == 0) {
      return gap * delta / size + values[begin];
    }
    double factor =
        (-2 * size + Math.sqrt(4 * size * size - 4 * range * (-2 * delta))) / (2 * range);
    return values[begin] + gap * factor;
  }

  private int endOfBin(int begin) {
    int end = begin;
    while (end < count && values[end] == values[begin]) {
      end++;
    }
    return end;
  }
}
