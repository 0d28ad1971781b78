package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.definition.TableAlteration;
import dev.tck.embedded.definition.TableDefinition;
import dev.tck.embedded.insert.InsertContext;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.sql.TableName;
import dev.tck.embedded.type.DataType;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates super tables, and adds and widens columns and tags, so that points fit in. */
final class SuperTableGrowth {
  private static final int LONGEST_TAGS = 16384;
  private static final String NO_TAG = "_tag_null";

  private final Catalogue catalogue;
  private final Database database;
  private final InsertContext context;
  private final SchemalessText request;
  private final String requestId;

  SuperTableGrowth(
      Catalogue catalogue,
      Database database,
      InsertContext context,
      SchemalessText request,
      String requestId) {
    this.catalogue = catalogue;
    this.database = database;
    this.context = context;
    this.request = request;
    this.requestId = requestId;
  }

  /** Returns the super table of a name, made fit for what is needed. */
  SuperTable grow(String name, TableNeeds needs) throws TaosException {
    synchronized (database) {
      Optional<Table> existing = database.table(name);
      if (existing.isEmpty()) {
        create(name, needs);
      } else if (existing.get() instanceof SuperTable superTable) {
        change(superTable, needs);
      } else {
        throw invalid();
      }
      return (SuperTable) database.table(name).orElseThrow(ErrorCode.TABLE_NOT_EXIST::with);
    }
  }

  private static TaosException invalid() {
    return ErrorCode.SCHEMALESS_INVALID_DATA.with("Invalid data format");
  }

  private void create(String name, TableNeeds needs) throws TaosException {
    List<Statement.ColumnDefinition> columns = new ArrayList<>();
    columns.add(definition(TableNeeds.TIME, DataType.TIMESTAMP));
    needs.columns().forEach((column, need) -> columns.add(definition(column, need.column())));
    List<Statement.ColumnDefinition> tags = new ArrayList<>();
    needs.tags().forEach((tag, need) -> tags.add(definition(tag, need.column())));
    if (tags.stream().mapToLong(tag -> tag.type().storedBytes()).sum() > LONGEST_TAGS) {
      throw ErrorCode.SCHEMALESS_TAGS.with();
    }
    if (tags.isEmpty()) {
      tags.add(definition(NO_TAG, DataType.nchar(1)));
    }
    new TableDefinition(catalogue)
        .create(
            new Statement.CreateTable(
                true,
                new TableName(database.name(), name),
                columns,
                tags,
                new Statement.TableOptions(Optional.empty(), Optional.empty())));
  }

  private static Statement.ColumnDefinition definition(String name, DataType type) {
    return new Statement.ColumnDefinition(name, type, false, Map.of());
  }

  private void change(SuperTable superTable, TableNeeds needs) throws TaosException {
    Schema schema = superTable.schema();
    requireTypes(schema.tags(), schema.columns(), needs.tags());
    requireTypes(schema.columns(), schema.tags(), needs.columns());
    if (!schema.columns().get(0).name().equals(TableNeeds.TIME)) {
      throw invalid();
    }
    change(superTable, schema.tags(), needs.tags(), true);
    change(superTable, schema.columns(), needs.columns(), false);
  }

  private void requireTypes(List<Column> present, List<Column> others, Map<String, Need> needs)
      throws TaosException {
    for (Map.Entry<String, Need> need : needs.entrySet()) {
      Optional<Column> column = find(present, need.getKey());
      if (column.isPresent() && column.get().type().type() != need.getValue().type()) {
        throw mismatch(column.get().type().type(), need.getValue());
      }
      if (column.isEmpty() && find(others, need.getKey()).isPresent()) {
        throw ErrorCode.DUPLICATED_COLUMN.with();
      }
    }
  }

  // Of telnet lines TDengine finds out in another place, which has no words for it.
  private TaosException mismatch(TaosType present, Need need) {
    if (request.protocol() != Protocol.LINE) {
      return invalid();
    }
    return Source.quoting(
        ErrorCode.SCHEMALESS_INVALID_DATA,
        "SML:0x"
            + requestId
            + ", smlGenerateSchemaAction point type and db type mismatch, db type:"
            + present.sqlName()
            + ", point type:"
            + need.type().sqlName()
            + ", key",
        request.text(),
        need.first().offset());
  }

  private static Optional<Column> find(List<Column> columns, String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private void change(
      SuperTable superTable, List<Column> present, Map<String, Need> needs, boolean tags)
      throws TaosException {
    for (Map.Entry<String, Need> need : needs.entrySet()) {
      Optional<Column> column = find(present, need.getKey());
      DataType type = need.getValue().column();
      if (column.isEmpty()) {
        alter(superTable, new Statement.AddColumn(tags, definition(need.getKey(), type)));
      } else if (need.getValue().exceeds(column.get().type())) {
        alter(superTable, new Statement.ModifyColumn(tags, need.getKey(), type));
      }
    }
  }

  private void alter(SuperTable superTable, Statement.Alteration alteration) throws TaosException {
    new TableAlteration(catalogue, context)
        .alter(
            new Statement.AlterTable(
                true, new TableName(database.name(), superTable.name()), alteration));
  }
}
