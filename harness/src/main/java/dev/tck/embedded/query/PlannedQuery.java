package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.values.Precision;
import java.util.List;

/** A query made ready by a planner. */
record PlannedQuery(
    List<Field> fields,
    Precision precision,
    int primaryTimestamp,
    boolean isTimeline,
    Opener opener)
    implements BoundQuery {

  /** Opens a query's rows. */
  interface Opener {
    BatchStream open() throws TaosException;
  }

  @Override
  public BatchStream open() throws TaosException {
    return opener.open();
  }
}
