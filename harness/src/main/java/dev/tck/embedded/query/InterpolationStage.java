package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Query.FillMode;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * INTERP: gives a row for each moment of a range, with the values of that moment or values made up
 * from the rows before and after. Moments for which there is none to be made up have no row.
 */
final class InterpolationStage implements Stage {
  private final RowSource source;
  private final StageInputs inputs;
  private final Plan plan;
  private final List<Optional<Vector>> values;
  private final Projection projection;

  /**
   * Says which moments are wanted.
   *
   * @param around is how far a row may lie from the moment for which it stands
   */
  record Plan(TimeRange range, long every, FillMode mode, Optional<Long> around) {}

  InterpolationStage(
      RowSource source,
      StageInputs inputs,
      Plan plan,
      List<Optional<Vector>> values,
      Projection projection) {
    this.source = source;
    this.inputs = inputs;
    this.plan = plan;
    this.values = values;
    this.projection = projection;
  }

  @Override
  public Partitions open() throws TaosException {
    BatchStream rows = inputs.compute(source.open());
    List<BatchStream> partitions = new ArrayList<>();
    for (Batch partition : new Splitting(rows, inputs.keys(), inputs.types()).batches()) {
      Batch sorted = Sorting.sort(partition, List.of(new Sorting.Key(inputs.time(), false, true)));
      partitions.add(projection.apply(Sorting.slices(interpolate(known(sorted)))));
    }
    return Partitions.list(partitions);
  }

  // The rows that count: all, or those with values.
  private Batch known(Batch rows) {
    List<GroupLayout.Item> items = inputs.layout().items();
    int[] selection = new int[rows.rows()];
    boolean firstOfTime =
        source.scope().map(scope -> scope.source().hasCompositeKey()).orElse(false);
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      boolean skipped = firstOfTime && isRepeated(rows.column(inputs.time()), row);
      for (int index = 0; index < items.size(); index++) {
        skipped |=
            items.get(index) instanceof GroupLayout.Interpolated item
                && item.skipsNull()
                && rows.column(inputs.columns(index)[0]).isNull(row);
      }
      if (!skipped) {
        selection[count++] = row;
      }
    }
    return count == rows.rows() ? rows : rows.gather(selection, count);
  }

  private static boolean isRepeated(Vector times, int row) {
    return row > 0 && times.longAt(row) == times.longAt(row - 1);
  }

  private Batch interpolate(Batch rows) {
    BatchBuilder out = new BatchBuilder(inputs.layout().types(), 16);
    if (rows.rows() == 0) {
      return out.build();
    }
    Vector times = rows.column(inputs.time());
    int after = 0;
    for (long time = plan.range().from(); time <= plan.range().to(); time += plan.every()) {
      while (after < rows.rows() && times.longAt(after) < time) {
        after++;
      }
      boolean exact = after < rows.rows() && times.longAt(after) == time;
      // Of rows of several tables at one moment the last counts.
      while (exact && after + 1 < rows.rows() && times.longAt(after + 1) == time) {
        after++;
      }
      Moment moment =
          new Moment(time, exact ? after : -1, after - 1, after < rows.rows() ? after : -1);
      if (exact || isComputable(moment)) {
        append(rows, times, moment, out);
      }
    }
    return out.build();
  }

  /** Names the rows at, before and after a moment, -1 for none. */
  private record Moment(long time, int at, int before, int after) {}

  private boolean isComputable(Moment moment) {
    return switch (plan.mode()) {
      case PREV -> moment.before() >= 0;
      case NEXT -> moment.after() >= 0;
      case NEAR -> moment.before() >= 0 || moment.after() >= 0;
      case LINEAR -> moment.before() >= 0 && moment.after() >= 0;
      case NONE, NULL, NULL_F, VALUE, VALUE_F -> true;
    };
  }

  private void append(Batch rows, Vector times, Moment moment, BatchBuilder out) {
    List<GroupLayout.Item> items = inputs.layout().items();
    int reference = moment.at() >= 0 ? moment.at() : reference(times, moment);
    int any = Math.max(reference, 0);
    for (int index = 0; index < items.size(); index++) {
      VectorBuilder column = out.column(index);
      GroupLayout.Item item = items.get(index);
      if (item instanceof GroupLayout.InterpolationColumn fact) {
        append(fact.fact(), moment, times, reference, column);
      } else if (item instanceof GroupLayout.Interpolated) {
        appendValue(rows.column(inputs.columns(index)[0]), times, moment, reference, index, column);
      } else if (item instanceof GroupLayout.Key key) {
        column.append(rows.column(inputs.keys()[key.index()]), any);
      } else if (item instanceof GroupLayout.OfGroup) {
        column.append(rows.column(inputs.columns(index)[0]), any);
      } else {
        column.appendNull();
      }
    }
    out.endRow();
  }

  // The row that stands for a moment without a row of its own, -1 if none does.
  private int reference(Vector times, Moment moment) {
    int row =
        switch (plan.mode()) {
          case PREV -> moment.before();
          case NEXT -> moment.after();
          case NEAR -> nearest(times, moment);
          case NONE, NULL, NULL_F, VALUE, VALUE_F, LINEAR -> -1;
        };
    boolean near =
        row >= 0
            && (plan.around().isEmpty()
                || Math.abs(times.longAt(row) - moment.time()) <= plan.around().get());
    return near ? row : -1;
  }

  private static int nearest(Vector times, Moment moment) {
    if (moment.before() < 0 || moment.after() < 0) {
      return Math.max(moment.before(), moment.after());
    }
    long since = moment.time() - times.longAt(moment.before());
    long until = times.longAt(moment.after()) - moment.time();
    return since <= until ? moment.before() : moment.after();
  }

  private static void append(
      GroupLayout.InterpolationFact fact,
      Moment moment,
      Vector times,
      int reference,
      VectorBuilder column) {
    switch (fact) {
      case TIME -> column.appendLong(moment.time());
      case FILLED -> column.appendBool(moment.at() < 0);
      case ORIGINAL_TIME -> {
        if (reference < 0) {
          column.appendNull();
        } else {
          column.append(times, reference);
        }
      }
    }
  }

  private void appendValue(
      Vector source, Vector times, Moment moment, int reference, int index, VectorBuilder column) {
    if (reference >= 0) {
      column.append(source, reference);
    } else if (values.get(index).isPresent()) {
      column.append(values.get(index).get(), 0);
    } else if (plan.mode() == FillMode.LINEAR) {
      Interpolation.appendBetween(
          source,
          moment.before(),
          times.longAt(moment.before()),
          moment.after(),
          times.longAt(moment.after()),
          moment.time(),
          column);
    } else {
      column.appendNull();
    }
  }
}
