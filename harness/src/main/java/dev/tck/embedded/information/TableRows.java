package dev.tck.embedded.information;

import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.query.SystemTables.SystemColumn;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.TaosType;
import java.util.List;
import java.util.Optional;

/** The rows of ins_tables, ins_stables, ins_columns, ins_tags and ins_indexes. */
final class TableRows {
  private static final String SYSTEM_TABLE = "SYSTEM_TABLE";
  private static final String JSON_TAG = "JSON(16382)";

  private final Catalogue catalogue;
  private final List<SystemTableDefinition> systemTables;

  TableRows(Catalogue catalogue, List<SystemTableDefinition> systemTables) {
    this.catalogue = catalogue;
    this.systemTables = systemTables;
  }

  void writeTables(RowWriter rows) {
    for (SystemTableDefinition table : systemTables) {
      rows.text(table.name()).text(table.database()).none().number(table.columns().size());
      rows.none().none().none().none().none().text(SYSTEM_TABLE).end();
    }
    for (Database database : catalogue.databases()) {
      for (Table table : database.tables()) {
        if (table instanceof DataTable data) {
          write(data, rows);
        }
      }
    }
  }

  private static void write(DataTable table, RowWriter rows) {
    rows.text(table.name())
        .text(table.database().name())
        .number(table.created())
        .number(table.schema().columns().size())
        .text(
            table instanceof ChildTable child
                ? Optional.of(child.superTable().name())
                : Optional.empty())
        .number(table.uid())
        .number(table.vgroup())
        .number(table.timeToLive())
        .text(table.comment())
        .text(kind(table))
        .end();
  }

  private static String kind(Table table) {
    if (table instanceof SuperTable) {
      return "SUPER_TABLE";
    }
    return table instanceof ChildTable ? "CHILD_TABLE" : "NORMAL_TABLE";
  }

  void writeSuperTables(RowWriter rows) {
    for (Database database : catalogue.databases()) {
      for (Table table : database.tables()) {
        if (table instanceof SuperTable) {
          rows.text(table.name())
              .text(database.name())
              .number(table.created())
              .number(table.schema().columns().size())
              .number(table.schema().tags().size())
              .number(table.created())
              .text(table.comment())
              .text("5000a,5000a")
              .text("-1a,-1a")
              .text("")
              .number(table.uid())
              .bool(false)
              .number(-1)
              .end();
        }
      }
    }
  }

  void writeColumns(RowWriter rows) {
    for (SystemTableDefinition table : systemTables) {
      for (SystemColumn column : table.columns()) {
        rows.text(table.name()).text(table.database()).text(SYSTEM_TABLE);
        writeColumn(column.name(), column.type(), rows);
      }
    }
    for (Database database : catalogue.databases()) {
      writeColumns(database, true, rows);
      writeColumns(database, false, rows);
    }
  }

  private static void writeColumns(Database database, boolean superTables, RowWriter rows) {
    for (Table table : database.tables()) {
      if (table instanceof SuperTable == superTables) {
        for (Column column : table.schema().columns()) {
          rows.text(table.name()).text(database.name()).text(kind(table));
          boolean exact = superTables && column.type().type().isDecimal();
          if (exact) {
            writeColumn(column.name(), column.type(), column.type().declaredName(), rows);
          } else {
            writeColumn(column.name(), column.type(), rows);
          }
        }
      }
    }
  }

  private static void writeColumn(String name, DataType type, RowWriter rows) {
    writeColumn(name, type, type.isString() ? type.declaredName() : type.type().sqlName(), rows);
  }

  private static void writeColumn(String name, DataType type, String typeName, RowWriter rows) {
    rows.text(name).text(typeName).number(type.storedBytes()).end();
  }

  void writeTags(RowWriter rows) {
    for (Database database : catalogue.databases()) {
      for (Table table : database.tables()) {
        if (table instanceof ChildTable child) {
          writeTags(child, rows);
        }
      }
    }
  }

  static void writeTags(ChildTable table, RowWriter rows) {
    for (Column tag : table.schema().tags()) {
      Vector value = table.tags().value(tag);
      rows.text(table.name())
          .text(table.database().name())
          .text(table.superTable().name())
          .text(tag.name())
          .text(tag.type().type() == TaosType.JSON ? JSON_TAG : tag.type().declaredName())
          .text(value.isNull(0) ? Optional.empty() : Optional.of(TagText.plain(value)))
          .end();
    }
  }

  // Each super table has an index on its first tag.
  void writeIndexes(RowWriter rows) {
    for (Database database : catalogue.databases()) {
      for (Table table : database.tables()) {
        if (table instanceof SuperTable) {
          String tag = table.schema().tags().get(0).name();
          rows.text(tag + "_" + table.name())
              .text(database.name())
              .text(table.name())
              .none()
              .number(table.created())
              .text(tag)
              .text("tag_index")
              .end();
        }
      }
    }
  }
}
