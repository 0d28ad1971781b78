package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes columns from the columns of the input. */
final class ProjectStream implements BatchStream {
  private final BatchStream input;
  private final List<Scalar> expressions;

  ProjectStream(BatchStream input, List<Scalar> expressions) {
    this.input = input;
    this.expressions = expressions;
  }

  @Override
  public @Nullable Batch next() throws TaosException {
    Batch batch = input.next();
    return batch == null ? null : project(batch, expressions);
  }

  /** Returns the computed columns of a batch. */
  static Batch project(Batch batch, List<Scalar> expressions) throws TaosException {
    Vector[] columns = new Vector[expressions.size()];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = expressions.get(index).evaluate(batch);
    }
    return new Batch(batch.rows(), columns);
  }
}
