package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.catalogue.TagValues;
import dev.tck.embedded.store.Rows;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the rows of one child table, which may have to be created. */
final class ChildTableWrite {
  private final SuperTable superTable;
  private final Schema schema;
  private final Point first;
  private final Rows rows;

  ChildTableWrite(SuperTable superTable, List<Point> points) throws TaosException {
    this.superTable = superTable;
    this.schema = superTable.schema();
    this.first = points.get(0);
    this.rows = rows(points);
  }

  private Rows rows(List<Point> points) throws TaosException {
    List<Column> columns = schema.columns();
    BatchBuilder builder = new BatchBuilder(schema.layout().types(), points.size());
    @Nullable BitSet[] omitted = new BitSet[columns.size()];
    for (int row = 0; row < points.size(); row++) {
      builder.column(0).appendLong(points.get(row).time());
      for (int index = 1; index < columns.size(); index++) {
        Optional<Field> field = field(points.get(row), columns.get(index).name());
        if (field.isPresent()) {
          field.get().value().appendTo(builder.column(index));
        } else {
          requireNoKey(columns.get(index));
          builder.column(index).appendNull();
          omit(omitted, index, row);
        }
      }
      builder.endRow();
    }
    return new Rows(schema.layout(), builder.build(), omitted);
  }

  private static void omit(@Nullable BitSet[] omitted, int column, int row) {
    BitSet flags = omitted[column];
    if (flags == null) {
      flags = new BitSet();
      omitted[column] = flags;
    }
    flags.set(row);
  }

  private static Optional<Field> field(Point point, String name) {
    return point.fields().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private static void requireNoKey(Column column) throws TaosException {
    if (column.key()) {
      throw ErrorCode.PRIMARY_KEY_NULL.with();
    }
  }

  Rows rows() {
    return rows;
  }

  /** Writes the rows, and returns how many. */
  long write(long timeToLive) throws TaosException {
    ChildTable table =
        superTable
            .database()
            .childTable(
                superTable, first.table(), tags(), new Table.Options(Optional.empty(), timeToLive));
    return table.data().write(rows);
  }

  private TagValues tags() {
    TagValues values = TagValues.NONE;
    for (Field tag : first.tags()) {
      Column column = schema.tag(tag.name()).orElseThrow();
      VectorBuilder value = new VectorBuilder(column.type(), 1);
      tag.value().appendTo(value);
      values = values.with(column, value.build());
    }
    return values;
  }
}
