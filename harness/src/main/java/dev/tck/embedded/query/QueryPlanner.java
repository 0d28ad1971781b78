package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Query;

/** Makes queries ready to be executed. */
public final class QueryPlanner {
  private final QueryContext context;

  /** Creates a planner. */
  public QueryPlanner(QueryContext context) {
    this.context = context;
  }

  /**
   * Binds a query.
   *
   * @throws TaosException if it means nothing, or something that this server cannot execute
   */
  public BoundQuery plan(Query query) throws TaosException {
    if (query.body() instanceof Query.Select select) {
      return new SelectPlanner(context, query, select).plan();
    }
    return new UnionPlanner(context, query, (Query.Union) query.body()).plan();
  }
}
