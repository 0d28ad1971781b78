package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what a stage of groups or windows needs of each row: keys, time, arguments of functions, and
 * what stands beside them. All of it is computed side by side into batches.
 */
final class StageInputs {
  private final GroupLayout layout;
  private final Precision precision;
  private final RowExpressions expressions = new RowExpressions();
  private final int[] keys;
  private final int time;
  private final List<int[]> columns = new ArrayList<>();

  /**
   * Creates the inputs of a complete layout.
   *
   * @param time is the primary timestamp, if the source has one
   */
  StageInputs(GroupLayout layout, List<Scalar> keys, Optional<Scalar> time, Precision precision) {
    this.layout = layout;
    this.precision = precision;
    this.keys = keys.stream().mapToInt(expressions::add).toArray();
    this.time = time.map(expressions::add).orElse(Source.NONE);
    for (GroupLayout.Item item : layout.items()) {
      columns.add(item.inputs().stream().mapToInt(expressions::add).toArray());
    }
  }

  GroupLayout layout() {
    return layout;
  }

  Precision precision() {
    return precision;
  }

  /** Returns the positions of the keys in the computed batches. */
  int[] keys() {
    return keys;
  }

  /** Returns the position of the primary timestamp in the computed batches, or -1. */
  int time() {
    return time;
  }

  /** Returns the positions of what an item of the layout needs. */
  int[] columns(int item) {
    return columns.get(item);
  }

  /** Adds an expression that the stage itself needs, and returns its position. */
  int add(Scalar expression) {
    return expressions.add(expression);
  }

  List<DataType> types() {
    return expressions.types();
  }

  Batch compute(Batch rows) throws TaosException {
    return expressions.compute(rows);
  }

  /** Returns the computed batches of a stream. */
  BatchStream compute(BatchStream rows) {
    return () -> {
      Batch batch = rows.next();
      return batch == null ? null : compute(batch);
    };
  }
}
