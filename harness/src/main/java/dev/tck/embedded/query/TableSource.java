package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.catalogue.NormalTable;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A table of a database. */
final class TableSource implements Source {
  /** The type of {@code tbname}. */
  static final DataType TABLE_NAME = DataType.varchar(270);

  private final Table table;
  private final Schema schema;
  private final List<SourceColumn> columns;
  private final List<String> qualifiers;

  TableSource(Table table, String alias) {
    this.table = table;
    this.schema = table.schema();
    this.columns = new ArrayList<>();
    for (Column column : schema.columns()) {
      columns.add(new SourceColumn(column.name(), column.type(), SourceColumn.Kind.COLUMN));
    }
    for (Column tag : schema.tags()) {
      columns.add(new SourceColumn(tag.name(), tag.type(), SourceColumn.Kind.TAG));
    }
    columns.add(new SourceColumn("tbname", TABLE_NAME, SourceColumn.Kind.TABLE_NAME));
    this.qualifiers = Collections.nCopies(columns.size(), alias);
  }

  Table table() {
    return table;
  }

  Schema schema() {
    return schema;
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public List<String> qualifiers() {
    return qualifiers;
  }

  @Override
  public int primaryTimestamp() {
    return 0;
  }

  @Override
  public Precision precision() {
    return table.database().precision();
  }

  @Override
  public Kind kind() {
    if (table instanceof SuperTable) {
      return Kind.SUPER_TABLE;
    }
    return table instanceof ChildTable ? Kind.CHILD_TABLE : Kind.NORMAL_TABLE;
  }

  @Override
  public boolean isTimeline() {
    return !(table instanceof SuperTable) && !schema.hasCompositeKey();
  }

  @Override
  public boolean hasCompositeKey() {
    return schema.hasCompositeKey();
  }

  @Override
  public List<Integer> starColumns(Optional<String> qualifier) {
    if (qualifier.isPresent() && !qualifiers.get(0).equals(qualifier.get())) {
      return List.of();
    }
    int shown =
        table instanceof SuperTable
            ? schema.columns().size() + schema.tags().size()
            : schema.columns().size();
    return java.util.stream.IntStream.range(0, shown).boxed().toList();
  }

  /** Returns the tables that hold the rows, in order of creation. */
  List<DataTable> dataTables() {
    if (table instanceof SuperTable superTable) {
      return List.copyOf(superTable.children());
    }
    if (table instanceof NormalTable normal) {
      return List.of(normal);
    }
    return List.of((DataTable) table);
  }

  @Override
  public List<Batch> tableRows(ScanRequest request) throws TaosException {
    return new TableScan(this, request).tableRows();
  }

  @Override
  public BatchStream open(ScanRequest request) throws TaosException {
    return new TableScan(this, request);
  }
}
