package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.function.MadeRows;
import dev.tck.embedded.function.RowFunctions;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.embedded.window.Window;
import java.util.List;

/** Lets functions such as TOP and DIFF make the rows of a window. */
final class RowMaking {
  // The same rows are sampled each time, so that answers do not depend on chance.
  private static final long SEED = 20231114;

  private final StageInputs inputs;

  RowMaking(StageInputs inputs) {
    this.inputs = inputs;
  }

  /** Returns whether there is such a function at all. */
  boolean makesRows() {
    return inputs.layout().items().stream().anyMatch(GroupLayout.Made.class::isInstance);
  }

  /** Appends the rows of a window. */
  void append(Batch rows, Window window, BatchBuilder out) throws TaosException {
    List<GroupLayout.Item> items = inputs.layout().items();
    MadeRows[] made = new MadeRows[items.size()];
    MadeRows any = null;
    for (int index = 0; index < made.length; index++) {
      if (items.get(index) instanceof GroupLayout.Made item) {
        made[index] =
            RowFunctions.create(item.call(), inputs.columns(index)[0], inputs.time(), SEED)
                .apply(rows, window.from(), window.to());
        any = made[index];
      }
    }
    if (any == null) {
      return;
    }
    for (int row = 0; row < any.rows(); row++) {
      for (int index = 0; index < made.length; index++) {
        VectorBuilder column = out.column(index);
        if (made[index] != null) {
          column.append(made[index].values(), row);
        } else {
          append(items.get(index), index, rows, any.origin(row), window, column);
        }
      }
      out.endRow();
    }
  }

  private void append(
      GroupLayout.Item item,
      int index,
      Batch rows,
      int origin,
      Window window,
      VectorBuilder column) {
    if (item instanceof GroupLayout.WindowBound bound) {
      bound.append(window, column);
    } else if (item instanceof GroupLayout.Key key) {
      column.append(rows.column(inputs.keys()[key.index()]), window.from());
    } else {
      boolean ofRow = item instanceof GroupLayout.Companion && origin >= 0;
      int row = ofRow ? origin : window.from();
      column.append(rows.column(inputs.columns(index)[0]), row);
    }
  }
}
