package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.values.Precision;
import java.util.List;

/** A query that is ready to be executed. */
public interface BoundQuery {

  /** Returns the columns of the result. */
  List<Field> fields();

  /** Returns the unit of the result's times. */
  Precision precision();

  /** Returns the position of the column that is a primary timestamp, or -1. */
  int primaryTimestamp();

  /** Returns whether the rows come in the order of that column. */
  boolean isTimeline();

  /** Executes the query; the tables are read as they are at this moment. */
  BatchStream open() throws TaosException;
}
