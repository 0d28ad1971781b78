package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.vector.Batch;
import java.util.List;
import java.util.Optional;

/**
 * The rows that a query reads: of its source those that satisfy WHERE, or a single row without
 * columns if there is no FROM.
 *
 * @param nothing is true if WHERE is never true
 */
record RowSource(Optional<Scope> scope, Optional<Scalar> where, TimeRange range, boolean nothing) {

  private ScanRequest request(Scope rows) {
    return new ScanRequest(List.copyOf(rows.used()), where, range);
  }

  BatchStream open() throws TaosException {
    if (nothing) {
      return new ListStream(List.of());
    }
    return scope.isPresent()
        ? scope.get().source().open(request(scope.get()))
        : new ListStream(List.of(new Batch(1)));
  }

  /** Returns a row for each table that is read, with what the table has one value for. */
  List<Batch> tableRows() throws TaosException {
    return scope.isPresent() && !nothing
        ? scope.get().source().tableRows(request(scope.get()))
        : List.of();
  }
}
