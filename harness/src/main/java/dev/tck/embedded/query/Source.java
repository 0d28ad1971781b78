package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.values.Precision;
import java.util.List;
import java.util.Optional;

/** What a query reads, bound: a table, a subquery or a join. */
interface Source {
  /** Stands for the position of a column that does not exist. */
  int NONE = -1;

  /** Returns the columns on offer, in the order of {@code select *} of a super table. */
  List<SourceColumn> columns();

  /** Returns the names under which the columns may be qualified, one a column. */
  List<String> qualifiers();

  /** Returns the position of the primary timestamp, or {@link #NONE}. */
  int primaryTimestamp();

  /** Returns the positions of all columns that are a primary timestamp of some table. */
  default List<Integer> timestamps() {
    return primaryTimestamp() == NONE ? List.of() : List.of(primaryTimestamp());
  }

  /** Returns the unit of time. */
  Precision precision();

  /** Returns what kind of table it is. */
  Kind kind();

  /** Names the kinds of sources, as far as the meaning of a query depends on them. */
  enum Kind {
    SUPER_TABLE,
    CHILD_TABLE,
    NORMAL_TABLE,
    SYSTEM_TABLE,
    SUBQUERY,
    JOIN
  }

  /**
   * Returns whether all rows come in time order and no two rows have the same time, as those of a
   * single table.
   */
  boolean isTimeline();

  /** Returns whether rows of one table may have the same time, told apart by another column. */
  default boolean hasCompositeKey() {
    return false;
  }

  /** Opens the source. */
  BatchStream open(ScanRequest request) throws TaosException;

  /**
   * Returns a row for each table whose rows would be read: the columns that a table has one value
   * for, with the other columns missing. Empty if there are no such columns.
   */
  default List<Batch> tableRows(ScanRequest request) throws TaosException {
    return List.of();
  }

  /** Returns which columns {@code select *} shows. */
  default List<Integer> starColumns(Optional<String> qualifier) {
    return java.util.stream.IntStream.range(0, columns().size())
        .filter(index -> columns().get(index).kind() != SourceColumn.Kind.TABLE_NAME)
        .filter(index -> qualifier.isEmpty() || qualifiers().get(index).equals(qualifier.get()))
        .boxed()
        .toList();
  }
}
