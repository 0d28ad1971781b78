package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.catalogue.TagValues;
import dev.tck.embedded.sql.SqlStrings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one INSERT … VALUES statement: per table a name, perhaps columns, perhaps USING with tags,
 * and rows. Nothing is written while it reads.
 */
final class InsertParser {
  private final SqlScanner scanner;
  private final Catalogue catalogue;
  private final Optional<String> currentDatabase;
  private final InsertContext context;
  private final Map<QualifiedName, TableWrite> writes = new LinkedHashMap<>();
  private int totalRows;

  InsertParser(
      String sql, Catalogue catalogue, Optional<String> currentDatabase, InsertContext context) {
    this.scanner = new SqlScanner(sql);
    this.catalogue = catalogue;
    this.currentDatabase = currentDatabase;
    this.context = context;
  }

  /** Reads the statement and returns what it writes, table by table. */
  Collection<TableWrite> parse() throws TaosException {
    scanner.next();
    if (scanner.kind != ScanKind.INSERT) {
      throw scanner.error("keyword INSERT is expected");
    }
    scanner.next();
    if (scanner.kind != ScanKind.INTO) {
      throw scanner.error("keyword INTO is expected");
    }
    while (startsTable()) {
      readTable();
    }
    return writes.values();
  }

  private boolean startsTable() throws TaosException {
    scanner.next();
    if (scanner.kind == ScanKind.NONE) {
      if (totalRows == 0) {
        throw ErrorCode.INVALID_OPERATION.with("no data in sql");
      }
      return false;
    }
    if (scanner.kind != ScanKind.IDENTIFIER && scanner.kind != ScanKind.STRING) {
      throw scanner.error("table_name is expected");
    }
    return true;
  }

  private void readTable() throws TaosException {
    int behindName = scanner.end;
    QualifiedName name = QualifiedName.parse(scanner.text(), currentDatabase);
    // Columns may stand before USING; their meaning is known only with the table.
    int earlyColumns = -1;
    if (scanner.peek() == ScanKind.LEFT) {
      scanner.next();
      earlyColumns = scanner.position;
      skipParentheses();
    }
    boolean using = scanner.peek() == ScanKind.USING;
    if (!using) {
      readPlain(name, behindName, earlyColumns);
      return;
    }
    scanner.next();
    TableWrite write = readUsing(name);
    readClause(write, schemaOf(write), earlyColumns);
  }

  private Schema schemaOf(TableWrite write) throws TaosException {
    return write.createsTable() ? write.superTableSchema() : write.table().schema();
  }

  private void skipParentheses() throws TaosException {
    int depth = 1;
    while (depth > 0) {
      scanner.next();
      switch (scanner.kind) {
        case LEFT -> depth++;
        case RIGHT -> depth--;
        case NONE -> throw SqlScanner.reason(") expected");
        default -> {}
      }
    }
  }

  private Database database(String name) throws TaosException {
    if (name.equals("information_schema") || name.equals("performance_schema")) {
      throw new TaosException(
          ErrorCode.SYSTEM_TABLE_NOT_ALLOWED.code(), "System table not allowed");
    }
    return catalogue.database(name).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
  }

  private Table table(QualifiedName name) throws TaosException {
    return database(name.database())
        .table(name.table())
        .orElseThrow(ErrorCode.TABLE_NOT_EXIST::with);
  }

  private void readPlain(QualifiedName name, int behindName, int earlyColumns)
      throws TaosException {
    TableWrite known = writes.get(name);
    if (known != null && !known.createsTable()) {
      readClause(known, schemaOf(known), earlyColumns);
      return;
    }
    Table table = table(name);
    if (table instanceof SuperTable superTable) {
      readSuperTable(superTable, behindName, earlyColumns);
    } else if (table instanceof DataTable dataTable) {
      TableWrite write = TableWrite.into(dataTable);
      writes.put(name, write);
      readClause(write, dataTable.schema(), earlyColumns);
    }
  }

  private TableWrite readUsing(QualifiedName name) throws TaosException {
    TableWrite known = writes.get(name);
    if (known != null) {
      skipUsing();
      return known;
    }
    scanner.next();
    if (scanner.kind == ScanKind.NONE) {
      throw ErrorCode.INVALID_IDENTIFIER.with("invalid table name");
    }
    QualifiedName superName = QualifiedName.parse(scanner.text(), currentDatabase);
    Table using = table(superName);
    TagsReader reader = new TagsReader(scanner, context, using);
    TagValues tags = reader.read();
    Table.Options options = readOptions();
    TableWrite write = target(name, using, tags, options);
    writes.put(name, write);
    return write;
  }

  private TableWrite target(QualifiedName name, Table using, TagValues tags, Table.Options options)
      throws TaosException {
    Database database = database(name.database());
    if (!(using instanceof SuperTable superTable) || superTable.database() != database) {
      throw ErrorCode.STABLE_NOT_IN_DATABASE.with();
    }
    Table existing = database.table(name.table()).orElse(null);
    if (existing == null) {
      return TableWrite.creating(superTable, name.table(), tags, options);
    }
    if (!superTable.children().contains(existing) || !(existing instanceof DataTable data)) {
      throw ErrorCode.TABLE_IN_OTHER_STABLE.with();
    }
    return TableWrite.into(data);
  }

  // A second USING of the same table says nothing new.
  private void skipUsing() throws TaosException {
    scanner.next();
    scanner.next();
    if (scanner.kind == ScanKind.LEFT) {
      skipParentheses();
      scanner.next();
    }
    if (scanner.kind != ScanKind.TAGS) {
      throw scanner.error("TAGS is expected");
    }
    scanner.next();
    if (scanner.kind != ScanKind.LEFT) {
      throw scanner.error("( is expected");
    }
    skipParentheses();
    readOptions();
  }

  private Table.Options readOptions() throws TaosException {
    Optional<String> comment = Optional.empty();
    long timeToLive = 0;
    while (true) {
      ScanKind kind = scanner.peek();
      if (kind == ScanKind.TTL) {
        scanner.next();
        scanner.nextValue();
        if (scanner.kind != ScanKind.INTEGER || scanner.text().startsWith("-")) {
          throw scanner.error("Invalid option ttl");
        }
        timeToLive = Long.parseLong(scanner.text());
      } else if (kind == ScanKind.COMMENT) {
        scanner.next();
        scanner.next();
        if (scanner.kind != ScanKind.STRING) {
          throw scanner.error("Invalid option comment");
        }
        comment = Optional.of(SqlStrings.unquote(scanner.text()));
      } else {
        return new Table.Options(comment, timeToLive);
      }
    }
  }

  private void readClause(TableWrite write, Schema schema, int earlyColumns) throws TaosException {
    int[] bound = readBoundColumns(schema, earlyColumns);
    expectValues();
    List<Column> columns = schema.columns();
    ValueReader values = new ValueReader(scanner, context, write.database().precision());
    int before = write.rows().rows();
    while (startsRow()) {
      for (int index = 0; index < bound.length; index++) {
        if (index > 0) {
          expectComma();
        }
        int position = bound[index];
        Column column = columns.get(position);
        values.readColumn(
            column.type(), column.name(), position == 0, write.rows().column(position));
        ValueReader.requireKey(column, write.rows().column(position));
      }
      endRow();
      write.rows().endRow();
    }
    write.rows().fill();
    countRows(write.rows().rows() - before);
  }

  private void countRows(int rows) throws TaosException {
    if (rows == 0) {
      throw SqlScanner.reason("no any data points");
    }
    totalRows += rows;
  }

  private int[] readBoundColumns(Schema schema, int earlyColumns) throws TaosException {
    boolean late = scanner.peek() == ScanKind.LEFT;
    if (late) {
      if (earlyColumns >= 0) {
        scanner.next();
        throw scanner.error("keyword VALUES or FILE is expected");
      }
      scanner.next();
      return new BoundColumns(scanner).read(schema);
    }
    if (earlyColumns < 0) {
      return IntStream.range(0, schema.columns().size()).toArray();
    }
    int behind = scanner.position;
    scanner.position = earlyColumns;
    int[] bound = new BoundColumns(scanner).read(schema);
    scanner.position = behind;
    return bound;
  }

  private void expectValues() throws TaosException {
    scanner.next();
    if (scanner.kind == ScanKind.FILE) {
      throw ErrorCode.INVALID_OPERATION.with("proxy mode does not support csv loading");
    }
    if (scanner.kind != ScanKind.VALUES) {
      throw scanner.error("keyword VALUES or FILE is expected");
    }
  }

  private boolean startsRow() {
    if (scanner.peek() != ScanKind.LEFT) {
      return false;
    }
    scanner.position = scanner.end;
    return true;
  }

  private void expectComma() throws TaosException {
    if (scanner.sql[scanner.position] == ',') {
      scanner.position++;
      return;
    }
    scanner.nextStrict();
    if (scanner.kind != ScanKind.COMMA) {
      throw scanner.error(", expected");
    }
  }

  private void endRow() throws TaosException {
    if (scanner.sql[scanner.position] == ')') {
      scanner.position++;
      return;
    }
    scanner.nextStrict();
    if (scanner.kind == ScanKind.COMMA) {
      throw ErrorCode.ILLEGAL_NUMBER_OF_COLUMNS.with();
    }
    if (scanner.kind != ScanKind.RIGHT) {
      throw scanner.error(") expected");
    }
  }

  private void readSuperTable(SuperTable superTable, int behindName, int earlyColumns)
      throws TaosException {
    if (earlyColumns < 0) {
      throw scanner.error(
          behindName, "(...tbname, ts...) bounded cols is expected for supertable insertion");
    }
    Schema schema = superTable.schema();
    int behind = scanner.position;
    scanner.position = earlyColumns;
    int[] bound = new BoundColumns(scanner).readWithTags(schema);
    scanner.position = behind;
    expectValues();
    SuperTableRow row = new SuperTableRow(scanner, context, superTable, bound);
    int rows = 0;
    while (startsRow()) {
      String child = row.findTableName();
      QualifiedName name = new QualifiedName(superTable.database().name(), child);
      @Nullable TableWrite known = writes.get(name);
      row.read(known, (tags) -> register(name, superTable, tags));
      endRow();
      rows++;
    }
    writes.values().forEach(write -> write.rows().fill());
    countRows(rows);
  }

  private TableWrite register(QualifiedName name, SuperTable superTable, TagValues tags)
      throws TaosException {
    TableWrite write = target(name, superTable, tags, Table.Options.NONE);
    writes.put(name, write);
    return write;
  }
}
