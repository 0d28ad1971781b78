package dev.tck.embedded.query;

import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import java.util.List;
import java.util.Optional;

/**
 * Computes a query's columns from the rows of its last stage, of those rows that satisfy HAVING.
 *
 * @param outputs are the select list, and after it what else the rows are ordered by
 */
record Projection(List<Scalar> outputs, Optional<Scalar> having) {

  List<DataType> types() {
    return outputs.stream().map(Scalar::type).toList();
  }

  BatchStream apply(BatchStream rows) {
    BatchStream passing = having.isPresent() ? new FilterStream(rows, having.get()) : rows;
    return new ProjectStream(passing, outputs);
  }
}
