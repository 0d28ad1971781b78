package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.function.Accumulator;
import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.function.RowChoice;
import dev.tck.embedded.function.WindowEdges;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.embedded.window.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one group or window into one row. */
final class GroupRow {
  private final StageInputs inputs;
  private final boolean mayVanish;
  // One an item of the layout, null where the item is no aggregate.
  private final List<@Nullable Accumulator> accumulators = new ArrayList<>();
  private @Nullable RowChoice choice;
  private @Nullable Batch first;
  private int firstRow;

  /**
   * Creates an empty group.
   *
   * @param mayVanish is whether there is no row where FIRST or LAST find no value
   */
  GroupRow(StageInputs inputs, boolean mayVanish) {
    this.inputs = inputs;
    this.mayVanish = mayVanish;
    List<GroupLayout.Item> items = inputs.layout().items();
    for (int index = 0; index < items.size(); index++) {
      if (items.get(index) instanceof GroupLayout.Aggregated aggregated) {
        Accumulator accumulator =
            Aggregates.create(
                aggregated.call(), inputs.columns(index), inputs.time(), inputs.precision());
        accumulators.add(accumulator);
        if (choice == null && accumulator instanceof RowChoice chooser) {
          choice = chooser;
        }
      } else {
        accumulators.add(null);
      }
    }
  }

  /** Takes in the rows from one (inclusive) to another (exclusive). */
  void add(Batch rows, int from, int to) throws TaosException {
    describe(rows, from);
    for (Accumulator accumulator : accumulators) {
      if (accumulator != null) {
        accumulator.add(rows, from, to);
      }
    }
  }

  /** Takes in the rows of a window, and what the rows around it say of the values at its edges. */
  void addWithEdges(Batch rows, Window window) throws TaosException {
    for (Accumulator accumulator : accumulators) {
      if (accumulator instanceof WindowEdges edges) {
        edges.enter(rows, window.from(), window.start());
      }
    }
    add(rows, window.from(), window.to());
    for (Accumulator accumulator : accumulators) {
      if (accumulator instanceof WindowEdges edges) {
        edges.leave(rows, window.to(), window.end());
      }
    }
  }

  /** Notes a row that has the group's keys and tags, without counting it. */
  void describe(Batch rows, int row) {
    if (first == null) {
      first = rows;
      firstRow = row;
    }
  }

  /** Appends the group's row, and returns whether it has one. */
  boolean appendTo(BatchBuilder out, Window window) throws TaosException {
    if (vanishes()) {
      return false;
    }
    List<GroupLayout.Item> items = inputs.layout().items();
    for (int index = 0; index < items.size(); index++) {
      VectorBuilder column = out.column(index);
      Accumulator accumulator = accumulators.get(index);
      if (accumulator != null) {
        accumulator.appendResult(column);
      } else {
        append(items.get(index), index, window, column);
      }
    }
    out.endRow();
    return true;
  }

  // FIRST or LAST without a value takes the row away, unless another function has a value.
  private boolean vanishes() throws TaosException {
    if (!mayVanish) {
      return false;
    }
    boolean chooses = false;
    for (int index = 0; index < accumulators.size(); index++) {
      Accumulator accumulator = accumulators.get(index);
      if (accumulator instanceof RowChoice chooser) {
        if (chooser.chosenBatch() != null) {
          return false;
        }
        chooses |= isFirstOrLast(inputs.layout().items().get(index));
      }
    }
    return chooses && hasNoValue();
  }

  private static boolean isFirstOrLast(GroupLayout.Item item) {
    return item instanceof GroupLayout.Aggregated aggregated
        && (aggregated.call().function().equals("first")
            || aggregated.call().function().equals("last"));
  }

  private boolean hasNoValue() throws TaosException {
    for (int index = 0; index < accumulators.size(); index++) {
      Accumulator accumulator = accumulators.get(index);
      if (accumulator != null) {
        VectorBuilder value = new VectorBuilder(inputs.layout().items().get(index).type(), 1);
        accumulator.appendResult(value);
        if (!value.hasNulls()) {
          return false;
        }
      }
    }
    return true;
  }

  private void append(GroupLayout.Item item, int index, Window window, VectorBuilder out) {
    if (item instanceof GroupLayout.WindowBound bound) {
      bound.append(window, out);
    } else if (item instanceof GroupLayout.Companion && choice != null) {
      append(choice.chosenBatch(), choice.chosenRow(), inputs.columns(index)[0], out);
    } else if (item instanceof GroupLayout.Key key) {
      append(first, firstRow, inputs.keys()[key.index()], out);
    } else {
      append(first, firstRow, inputs.columns(index)[0], out);
    }
  }

  private static void append(@Nullable Batch rows, int row, int column, VectorBuilder out) {
    if (rows == null) {
      out.appendNull();
    } else {
      out.append(rows.column(column), row);
    }
  }
}
