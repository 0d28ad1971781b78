package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import java.util.ArrayList;
import java.util.List;

/** Collects expressions that a stage needs of each row, so that each is computed once a batch. */
final class RowExpressions {
  private final List<Scalar> expressions = new ArrayList<>();

  /** Returns the position of an expression in the computed batches. */
  int add(Scalar expression) {
    int index = expressions.indexOf(expression);
    if (index < 0) {
      index = expressions.size();
      expressions.add(expression);
    }
    return index;
  }

  List<DataType> types() {
    return expressions.stream().map(Scalar::type).toList();
  }

  Batch compute(Batch rows) throws TaosException {
    return ProjectStream.project(rows, expressions);
  }
}
