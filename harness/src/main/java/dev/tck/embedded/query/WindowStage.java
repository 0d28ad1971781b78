package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.window.IntervalWindows;
import dev.tck.embedded.window.WholeWindow;
import dev.tck.embedded.window.Window;
import dev.tck.embedded.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the rows of each partition, in time order, into windows, and makes of each window one row,
 * or as many as its functions make.
 */
final class WindowStage implements Stage {
  private final RowSource source;
  private final StageInputs inputs;
  private final Windows windows;
  private final Projection projection;
  private final Optional<Filling> filling;
  private final RowMaking making;

  WindowStage(
      RowSource source,
      StageInputs inputs,
      Windows windows,
      Projection projection,
      Optional<Filling> filling) {
    this.source = source;
    this.inputs = inputs;
    this.windows = windows;
    this.projection = projection;
    this.filling = filling;
    this.making = new RowMaking(inputs);
  }

  @Override
  public Partitions open() throws TaosException {
    BatchStream rows = inputs.compute(source.open());
    List<BatchStream> partitions = new ArrayList<>();
    for (Batch partition : new Splitting(rows, inputs.keys(), inputs.types()).batches()) {
      BatchStream made = make(partition);
      partitions.add(made);
    }
    return Partitions.list(partitions);
  }

  private BatchStream make(Batch partition) throws TaosException {
    Batch rows = inputs.time() == Source.NONE ? partition : inTimeOrder(partition);
    BatchBuilder out = new BatchBuilder(inputs.layout().types(), 16);
    List<Window> cut = windows.cut(rows);
    List<Window> shown = new ArrayList<>();
    // Without windows of their own, rows of a key stay as those of GROUP BY do.
    boolean mayVanish = !(windows instanceof WholeWindow) || inputs.keys().length == 0;
    if (making.makesRows()) {
      for (Window window : cut) {
        making.append(rows, window, out);
      }
    } else {
      for (Window window : cut) {
        GroupRow row = new GroupRow(inputs, mayVanish);
        if (windows instanceof IntervalWindows) {
          row.addWithEdges(rows, window);
        } else {
          row.add(rows, window.from(), window.to());
        }
        if (row.appendTo(out, window)) {
          shown.add(window);
        }
      }
    }
    Batch made = out.build();
    return filling.isPresent()
        ? filling.get().fill(made, shown, projection)
        : projection.apply(Sorting.slices(made));
  }

  private Batch inTimeOrder(Batch rows) {
    return Sorting.sort(rows, List.of(new Sorting.Key(inputs.time(), false, true)));
  }
}
