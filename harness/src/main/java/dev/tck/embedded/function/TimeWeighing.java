package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.Precision;

/** Computes from values and their times, which must come in order: TWA, IRATE and ELAPSED. */
final class TimeWeighing implements Accumulator, WindowEdges {
  private final String function;
  private final boolean compositeKey;
  private final int column;
  private final int timeColumn;
  private final Precision precision;
  private final long unit;
  private long count;
  private long firstTime;
  private long previousTime;
  private long lastTime;
  private double previousValue;
  private double lastValue;
  private double area;
  private boolean left;

  /** Creates the accumulator; the unit is the number of time units in which ELAPSED counts. */
  TimeWeighing(AggregateCall call, int column, int timeColumn, Precision precision, long unit) {
    this.function = call.function();
    this.compositeKey = call.compositeKey();
    this.column = column;
    this.timeColumn = timeColumn;
    this.precision = precision;
    this.unit = unit;
  }

  @Override
  public void add(Batch rows, int from, int to) throws TaosException {
    Vector values = rows.column(column);
    Vector times = rows.column(timeColumn);
    for (int row = from; row < to; row++) {
      boolean repeated = compositeKey && TimeOrder.isRepeated(times, 0, row);
      if (!repeated && !values.isNull(row)) {
        add(times.longAt(row), values.doubleAt(row));
      }
    }
  }

  private void add(long time, double value) throws TaosException {
    if (count == 0) {
      firstTime = time;
    } else if (time == lastTime && !function.equals("elapsed")) {
      throw ErrorCode.DUPLICATE_TIMESTAMPS.with();
    } else {
      area += area(lastTime, lastValue, time, value);
    }
    previousTime = lastTime;
    previousValue = lastValue;
    lastTime = time;
    lastValue = value;
    count++;
  }

  @Override
  public void enter(Batch rows, int firstRow, long start) throws TaosException {
    if (firstRow > 0 && rows.column(timeColumn).longAt(firstRow) > start) {
      addBetween(rows, firstRow - 1, firstRow, start);
    }
  }

  @Override
  public void leave(Batch rows, int nextRow, long end) throws TaosException {
    boolean between =
        nextRow < rows.rows() && rows.column(timeColumn).longAt(nextRow - 1) < end - 1;
    if (between) {
      left = addBetween(rows, nextRow - 1, nextRow, end - 1);
    }
  }

  private boolean addBetween(Batch rows, int before, int after, long time) throws TaosException {
    Vector values = rows.column(column);
    if (function.equals("irate")) {
      return false;
    }
    Vector times = rows.column(timeColumn);
    // TDengine takes NULL for zero here.
    double from = values.isNull(before) ? 0 : values.doubleAt(before);
    double to = values.isNull(after) ? 0 : values.doubleAt(after);
    long start = times.longAt(before);
    add(time, from + (to - from) * (time - start) / (times.longAt(after) - start));
    return true;
  }

  // A line that crosses zero has two triangles under it, of different signs.
  private static double area(long t1, double v1, long t2, double v2) {
    if ((v1 >= 0 && v2 >= 0) || (v1 <= 0 && v2 <= 0)) {
      return (v1 + v2) * (t2 - t1) / 2;
    }
    double crossing = (t1 * v2 - t2 * v1) / (v2 - v1);
    return (v1 * (crossing - t1) + v2 * (t2 - crossing)) / 2;
  }

  @Override
  public void appendResult(VectorBuilder out) {
    switch (function) {
      case "elapsed" -> out.appendDouble(((double) lastTime - firstTime + (left ? 1 : 0)) / unit);
      case "irate" -> appendRate(out);
      default -> appendAverage(out);
    }
  }

  private void appendAverage(VectorBuilder out) {
    if (count == 0) {
      out.appendNull();
    } else if (firstTime == lastTime) {
      out.appendDouble(lastValue);
    } else {
      Summing.appendFinite(out, area / (lastTime - firstTime));
    }
  }

  // A counter that went back has started anew from zero.
  private void appendRate(VectorBuilder out) {
    if (count <= 1) {
      out.appendDouble(0);
    } else {
      double increase = lastValue >= previousValue ? lastValue - previousValue : lastValue;
      double ticksPerSecond = precision.unitsPerSecond();
      out.appendDouble(increase / ((lastTime - previousTime) / ticksPerSecond));
    }
  }
}
