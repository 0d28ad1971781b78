package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Query.FillMode;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.embedded.window.IntervalCalendar;
import dev.tck.embedded.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * FILL of INTERVAL: gives the windows without rows a row.
 *
 * @param filled are the outputs of the projection that get a value; the others are computed
 * @param values are those of FILL(VALUE, …), one a filled output, as vectors of one row
 */
record Filling(
    FillMode mode,
    IntervalCalendar calendar,
    TimeRange range,
    GroupLayout layout,
    List<Integer> filled,
    List<Vector> values) {
  /** The most windows for which rows are made up. */
  static final long MOST_WINDOWS = 10_000_000;

  /** Returns the rows of all windows of the range. */
  BatchStream fill(Batch made, List<Window> cut, Projection projection) throws TaosException {
    boolean always = mode == FillMode.NULL_F || mode == FillMode.VALUE_F;
    if (cut.isEmpty() && !always) {
      return new ListStream(List.of());
    }
    Skeleton skeleton = skeleton(made, cut);
    Batch computed = ProjectStream.project(skeleton.rows(), projection.outputs());
    Vector[] columns = new Vector[projection.outputs().size()];
    for (int output = 0; output < columns.length; output++) {
      int value = filled.indexOf(output);
      columns[output] =
          value < 0
              ? computed.column(output)
              : fill(projection.outputs().get(output), computed.column(output), skeleton, value);
    }
    return Sorting.slices(new Batch(computed.rows(), columns));
  }

  /**
   * Holds a row for each window of the range.
   *
   * @param sources are the rows of the windows that had any, -1 for the others
   */
  private record Skeleton(Batch rows, List<Integer> sources, List<Long> starts) {}

  private Skeleton skeleton(Batch made, List<Window> cut) {
    BatchBuilder rows = new BatchBuilder(layout.types(), cut.size());
    List<Integer> sources = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    int next = 0;
    long start = calendar.firstHolding(range.from());
    while (start <= range.to() || next < cut.size()) {
      boolean present = next < cut.size() && cut.get(next).start() <= start;
      long at = present ? cut.get(next).start() : start;
      starts.add(at);
      sources.add(present ? next : -1);
      if (present) {
        rows.append(made, next++);
      } else {
        appendEmpty(made, new Window(at, calendar.endOf(at), 0, 0), rows);
      }
      start = at == start ? calendar.next(start) : start;
    }
    return new Skeleton(rows.build(), sources, starts);
  }

  private void appendEmpty(Batch made, Window window, BatchBuilder rows) {
    List<GroupLayout.Item> items = layout.items();
    for (int index = 0; index < items.size(); index++) {
      VectorBuilder column = rows.column(index);
      if (items.get(index) instanceof GroupLayout.WindowBound bound) {
        bound.append(window, column);
      } else if (items.get(index) instanceof GroupLayout.Key && made.rows() > 0) {
        column.append(made.column(index), 0);
      } else {
        column.appendNull();
      }
    }
    rows.endRow();
  }

  private Vector fill(Scalar output, Vector computed, Skeleton skeleton, int value) {
    VectorBuilder out = new VectorBuilder(output.type(), computed.rows());
    int[] before = nearest(skeleton, computed, 1);
    int[] after = nearest(skeleton, computed, -1);
    for (int row = 0; row < computed.rows(); row++) {
      boolean present = skeleton.sources().get(row) >= 0;
      if (present && (mode == FillMode.LINEAR || !computed.isNull(row))) {
        out.append(computed, row);
      } else {
        append(computed, skeleton, row, before[row], after[row], value, out);
      }
    }
    return out.build();
  }

  // For each row the nearest one with a value, -1 for none; LINEAR takes windows without value too.
  private int[] nearest(Skeleton skeleton, Vector computed, int direction) {
    int rows = computed.rows();
    int[] nearest = new int[rows];
    int last = -1;
    for (int step = 0; step < rows; step++) {
      int row = direction > 0 ? step : rows - 1 - step;
      nearest[row] = last;
      boolean counts = mode == FillMode.LINEAR || !computed.isNull(row);
      if (skeleton.sources().get(row) >= 0 && counts) {
        last = row;
      }
    }
    return nearest;
  }

  private void append(
      Vector computed,
      Skeleton skeleton,
      int row,
      int before,
      int after,
      int value,
      VectorBuilder out) {
    switch (mode) {
      case NONE, NULL, NULL_F -> out.appendNull();
      case VALUE, VALUE_F -> out.append(values.get(value), 0);
      case PREV -> appendRow(computed, before, out);
      case NEXT -> appendRow(computed, after, out);
      case NEAR -> appendRow(computed, nearer(skeleton, row, before, after), out);
      case LINEAR -> {
        if (before < 0 || after < 0) {
          out.appendNull();
        } else {
          Interpolation.appendBetween(
              computed,
              before,
              skeleton.starts().get(before),
              after,
              skeleton.starts().get(after),
              skeleton.starts().get(row),
              out);
        }
      }
    }
  }

  private static int nearer(Skeleton skeleton, int row, int before, int after) {
    if (before < 0 || after < 0) {
      return Math.max(before, after);
    }
    long at = skeleton.starts().get(row);
    return at - skeleton.starts().get(before) <= skeleton.starts().get(after) - at ? before : after;
  }

  private static void appendRow(Vector computed, int row, VectorBuilder out) {
    if (row < 0) {
      out.appendNull();
    } else {
      out.append(computed, row);
    }
  }
}
