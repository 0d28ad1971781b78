package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Lets through the rows for which a condition holds. */
final class FilterStream implements BatchStream {
  private final BatchStream input;
  private final Scalar condition;

  FilterStream(BatchStream input, Scalar condition) {
    this.input = input;
    this.condition = condition;
  }

  @Override
  public @Nullable Batch next() throws TaosException {
    Batch batch = input.next();
    while (batch != null) {
      Batch filtered = filter(batch, condition);
      if (filtered.rows() > 0) {
        return filtered;
      }
      batch = input.next();
    }
    return null;
  }

  /** Returns the rows for which a condition holds. */
  static Batch filter(Batch batch, Scalar condition) throws TaosException {
    Vector holds = condition.evaluate(batch);
    int[] selection = new int[batch.rows()];
    int count = 0;
    for (int row = 0; row < batch.rows(); row++) {
      if (Logic.isTrue(holds, row)) {
        selection[count++] = row;
      }
    }
    return count == batch.rows() ? batch : batch.gather(selection, count);
  }
}
