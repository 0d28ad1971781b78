package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;

/** Turns the rows of a source into the columns of a query, partition by partition. */
interface Stage {
  /** Opens the stage, which reads the tables as they are now. */
  Partitions open() throws TaosException;
}
