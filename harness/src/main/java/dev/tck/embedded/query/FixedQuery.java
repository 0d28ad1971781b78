package dev.tck.embedded.query;

import dev.tck.embedded.vector.Batch;
import dev.tck.values.Precision;
import java.util.List;

/** An answer that is there already, as a query. */
public record FixedQuery(List<Field> fields, Batch rows) implements BoundQuery {
  @Override
  public Precision precision() {
    return Precision.MILLISECONDS;
  }

  @Override
  public int primaryTimestamp() {
    return Source.NONE;
  }

  @Override
  public boolean isTimeline() {
    return false;
  }

  @Override
  public BatchStream open() {
    return Sorting.slices(rows);
  }
}
