package dev.tck.embedded.engine;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.query.DeleteTarget;
import dev.tck.embedded.query.QueryContext;
import dev.tck.embedded.sql.Statement;

/** Executes DELETE. */
final class Deletion {
  private final QueryContext context;

  Deletion(QueryContext context) {
    this.context = context;
  }

  /** Returns the number of rows deleted. */
  long execute(Statement.Delete statement) throws TaosException {
    DeleteTarget target = DeleteTarget.bind(context, statement);
    long deleted = 0;
    for (DeleteTarget.Part part : target.parts()) {
      deleted += part.table().data().delete(part.from(), part.to());
    }
    return deleted;
  }
}
