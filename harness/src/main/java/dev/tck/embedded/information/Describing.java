package dev.tck.embedded.information;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.query.BoundQuery;
import dev.tck.embedded.query.Field;
import dev.tck.embedded.query.FixedQuery;
import dev.tck.embedded.query.SystemTables.SystemColumn;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.sql.TableName;
import dev.tck.embedded.type.DataType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Executes DESCRIBE and SHOW CREATE. */
public final class Describing {
  private static final List<Field> SYSTEM_FIELDS =
      List.of(
          new Field("field", DataType.varchar(64)),
          new Field("type", DataType.varchar(20)),
          new Field("length", DataType.INT),
          new Field("note", DataType.varchar(16)));
  private static final List<Field> TABLE_FIELDS =
      List.of(
          new Field("field", DataType.varchar(64)),
          new Field("type", DataType.varchar(20)),
          new Field("length", DataType.INT),
          new Field("note", DataType.varchar(16)),
          new Field("encode", DataType.varchar(12)),
          new Field("compress", DataType.varchar(12)),
          new Field("level", DataType.varchar(12)));
  private static final DataType DATABASE_NAME = DataType.varchar(63);
  private static final DataType DATABASE_STATEMENT = DataType.varchar(65517);
  private static final DataType TABLE_NAME = DataType.varchar(193);
  private static final DataType TABLE_STATEMENT = DataType.varchar(3145726);

  private final SystemCatalogue system;

  /** Creates an executor. */
  public Describing(SystemCatalogue system) {
    this.system = system;
  }

  /** Returns what DESCRIBE tells of a table. */
  public BoundQuery describe(TableName name) throws TaosException {
    if (system.isSystem(name.database())) {
      return describe(systemTable(name));
    }
    Schema schema = table(name).schema();
    RowWriter rows = new RowWriter(TABLE_FIELDS.stream().map(Field::type).toList());
    for (Column column : schema.columns()) {
      describe(column, column.key() ? "COMPOSITE KEY" : "", rows);
    }
    for (Column tag : schema.tags()) {
      describe(tag, "TAG", rows);
    }
    return new FixedQuery(TABLE_FIELDS, rows.build());
  }

  private static void describe(Column column, String note, RowWriter rows) {
    rows.text(column.name())
        .text(column.type().describedName())
        .number(column.type().length())
        .text(note)
        .text(column.compression().encode())
        .text(column.compression().compress())
        .text(column.compression().level())
        .end();
  }

  private static BoundQuery describe(SystemTableDefinition table) {
    RowWriter rows = new RowWriter(SYSTEM_FIELDS.stream().map(Field::type).toList());
    for (SystemColumn column : table.columns()) {
      rows.text(column.name())
          .text(column.type().describedName())
          .number(column.type().length())
          .text("")
          .end();
    }
    return new FixedQuery(SYSTEM_FIELDS, rows.build());
  }

  private SystemTableDefinition systemTable(TableName name) throws TaosException {
    return system
        .definition(name.database(), name.table())
        .orElseThrow(ErrorCode.TABLE_NOT_EXIST::with);
  }

  private Database database(String name) throws TaosException {
    return system.catalogue().database(name).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
  }

  private Table table(TableName name) throws TaosException {
    return database(name.database())
        .table(name.table())
        .orElseThrow(ErrorCode.TABLE_NOT_EXIST::with);
  }

  BoundQuery show(Statement.Show show) throws TaosException {
    if (show instanceof Statement.ShowCreateDatabase create) {
      String text =
          system.isSystem(create.name())
              ? "CREATE DATABASE `" + create.name() + "`"
              : DatabaseRows.createStatement(database(create.name()));
      return answer(
          "Database", DATABASE_NAME, create.name(), "Create Database", DATABASE_STATEMENT, text);
    }
    Statement.ShowCreateTable create = (Statement.ShowCreateTable) show;
    return answer(
        "Table", TABLE_NAME, create.name().table(), "Create Table", TABLE_STATEMENT, text(create));
  }

  private static BoundQuery answer(
      String nameTitle,
      DataType nameType,
      String name,
      String textTitle,
      DataType textType,
      String text) {
    RowWriter rows = new RowWriter(List.of(nameType, textType));
    rows.text(name).text(text).end();
    return new FixedQuery(
        List.of(new Field(nameTitle, nameType), new Field(textTitle, textType)), rows.build());
  }

  private String text(Statement.ShowCreateTable create) throws TaosException {
    if (system.isSystem(create.name().database())) {
      systemTable(create.name());
      return "";
    }
    Table table = table(create.name());
    if (create.stable() && !(table instanceof SuperTable)) {
      throw ErrorCode.NOT_A_SUPER_TABLE.with();
    }
    return table instanceof ChildTable child ? ofChild(child) : ofTable(table);
  }

  private static String ofTable(Table table) {
    Schema schema = table.schema();
    String columns =
        schema.columns().stream().map(Describing::definition).collect(Collectors.joining(", "));
    String kind = table instanceof SuperTable ? "STABLE" : "TABLE";
    String text = "CREATE " + kind + " `" + table.name() + "` (" + columns + ")";
    if (table instanceof SuperTable) {
      String tags =
          schema.tags().stream()
              .map(tag -> "`" + tag.name() + "` " + tag.type().declaredName())
              .collect(Collectors.joining(", "));
      text += " TAGS (" + tags + ")";
    }
    return text + options(table);
  }

  private static String definition(Column column) {
    return "`%s` %s ENCODE '%s' COMPRESS '%s' LEVEL '%s'%s"
        .formatted(
            column.name(),
            column.type().declaredName(),
            column.compression().encode(),
            column.compression().compress(),
            column.compression().level(),
            column.key() ? " COMPOSITE KEY" : "");
  }

  private static String ofChild(ChildTable table) {
    List<Column> tags = table.schema().tags();
    String names =
        tags.stream().map(tag -> "`" + tag.name() + "`").collect(Collectors.joining(", "));
    String values =
        tags.stream()
            .map(tag -> TagText.literal(table.tags().value(tag)))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE `%s` USING `%s` (%s) TAGS (%s)%s"
        .formatted(table.name(), table.superTable().name(), names, values, options(table));
  }

  private static String options(Table table) {
    Optional<String> comment = table.comment();
    String text = comment.isPresent() ? " COMMENT '" + comment.get() + "'" : "";
    return table.timeToLive() > 0 ? text + " TTL " + table.timeToLive() : text;
  }
}
