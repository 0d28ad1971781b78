package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Compression;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.insert.InsertContext;
import dev.tck.embedded.insert.InsertExecutor;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Executes ALTER TABLE and ALTER STABLE. */
public final class TableAlteration {
  private final Catalogue catalogue;
  private final InsertContext context;

  /** Creates an executor on a catalogue. */
  public TableAlteration(Catalogue catalogue, InsertContext context) {
    this.catalogue = catalogue;
    this.context = context;
  }

  /** Changes a table. */
  public void alter(Statement.AlterTable statement) throws TaosException {
    if (DatabaseDefinition.isSystemDatabase(statement.name().database())) {
      throw ErrorCode.INVALID_OPERATION.with("Cannot alter table of system database");
    }
    Table table =
        catalogue
            .database(statement.name().database())
            .orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with)
            .table(statement.name().table())
            .orElseThrow(ErrorCode.TABLE_NOT_EXIST::with);
    if (statement.stable() && !(table instanceof SuperTable)) {
      throw ErrorCode.STABLE_NOT_EXIST.with();
    }
    Statement.Alteration alteration = statement.alteration();
    if (alteration instanceof Statement.AlterOptions options) {
      if (table instanceof SuperTable && options.options().timeToLive().isPresent()) {
        throw ErrorCode.INVALID_ALTER_TABLE.with();
      }
      options.options().comment().ifPresent(table::comment);
      options.options().timeToLive().ifPresent(table::timeToLive);
    } else if (alteration instanceof Statement.SetTags tags) {
      setTags(table, tags);
    } else if (table instanceof ChildTable) {
      throw ErrorCode.INVALID_ALTER_TABLE.with();
    } else {
      synchronized (table.database()) {
        Schema changed = changed(table, alteration);
        requireUnused(table, alteration);
        table.database().changeSchema(table, changed);
      }
    }
  }

  private void requireUnused(Table table, Statement.Alteration alteration) throws TaosException {
    Optional<String> column = Optional.empty();
    if (alteration instanceof Statement.DropColumn drop) {
      column = Optional.of(drop.name());
    } else if (alteration instanceof Statement.ModifyColumn modify) {
      column = Optional.of(modify.name());
    } else if (alteration instanceof Statement.RenameColumn rename) {
      column = Optional.of(rename.from());
    }
    if (column.isPresent()
        && table instanceof SuperTable superTable
        && TopicDefinition.uses(catalogue, superTable, column)) {
      throw ErrorCode.FIELD_CONFLICT_WITH_TOPIC.with();
    }
  }

  private void setTags(Table table, Statement.SetTags statement) throws TaosException {
    if (table instanceof SuperTable) {
      throw new TaosException(
          ErrorCode.INVALID_ALTER_TABLE.code(), "Set tag value only available for child table");
    }
    if (!(table instanceof ChildTable child)) {
      throw new TaosException(
          ErrorCode.INVALID_ALTER_TABLE.code(),
          "Invalid tag name: " + statement.values().get(0).name());
    }
    List<Column> tags = new ArrayList<>();
    List<Vector> values = new ArrayList<>();
    for (Statement.TagValue value : statement.values()) {
      Column tag =
          child
              .schema()
              .tag(value.name())
              .orElseThrow(
                  () ->
                      new TaosException(
                          ErrorCode.INVALID_ALTER_TABLE.code(),
                          "Invalid tag name: " + value.name()));
      if (tags.contains(tag)) {
        throw ErrorCode.DUPLICATED_COLUMN.with();
      }
      tags.add(tag);
      values.add(InsertExecutor.readTag(value.value(), tag, child, context));
    }
    for (int index = 0; index < tags.size(); index++) {
      table.database().changeTag(child, tags.get(index), values.get(index));
    }
  }

  private static Schema changed(Table table, Statement.Alteration alteration) throws TaosException {
    boolean superTable = table instanceof SuperTable;
    if (alteration instanceof Statement.AddColumn add) {
      requireTagsOnly(add.tag(), superTable);
      return added(table.schema(), add, superTable);
    } else if (alteration instanceof Statement.DropColumn drop) {
      requireTagsOnly(drop.tag(), superTable);
      return dropped(table.schema(), drop, superTable);
    } else if (alteration instanceof Statement.ModifyColumn modify) {
      requireTagsOnly(modify.tag(), superTable);
      return modified(table.schema(), modify);
    } else if (alteration instanceof Statement.RenameColumn rename) {
      requireTagsOnly(rename.tag(), superTable);
      return renamed(table.schema(), rename, superTable);
    } else if (alteration instanceof Statement.ModifyCompression modify) {
      return recompressed(table.schema(), modify);
    }
    throw new IllegalStateException("no alteration: " + alteration);
  }

  private static void requireTagsOnly(boolean tag, boolean superTable) throws TaosException {
    if (tag && !superTable) {
      throw ErrorCode.INVALID_ALTER_TABLE.with();
    }
  }

  private static Schema added(Schema schema, Statement.AddColumn add, boolean superTable)
      throws TaosException {
    String name = add.column().name();
    if (schema.column(name).isPresent()) {
      throw superTable ? ErrorCode.COLUMN_EXISTS.with() : ErrorCode.DUPLICATED_COLUMN.with();
    }
    if (schema.tag(name).isPresent()) {
      throw ErrorCode.TAG_EXISTS.with();
    }
    if (add.tag()) {
      SchemaReader.checkTagType(add.column().type());
      return schema.plusTag(
          new Column(schema.nextId(), name, add.column().type(), Compression.NONE, false));
    }
    if (add.column().primaryKey()) {
      throw ErrorCode.SYNTAX_ERROR_TEXT.with(
          "not support alter column with option except compress");
    }
    SchemaReader.checkColumnType(add.column().type());
    return schema.plusColumn(SchemaReader.column(add.column(), schema.nextId()));
  }

  private static Schema dropped(Schema schema, Statement.DropColumn drop, boolean superTable)
      throws TaosException {
    if (drop.tag()) {
      if (schema.column(drop.name()).isPresent()) {
        throw ErrorCode.TAG_NOT_EXIST.with();
      }
      Column tag =
          schema.tag(drop.name()).orElseThrow(() -> ErrorCode.INVALID_TAG_NAME.with(drop.name()));
      if (schema.tags().size() == 1) {
        throw new TaosException(
            ErrorCode.INVALID_ALTER_TABLE.code(), "the only tag cannot be dropped");
      }
      return schema.minus(tag);
    }
    if (schema.tag(drop.name()).isPresent()) {
      throw ErrorCode.COLUMN_NOT_EXIST.with();
    }
    Column column = column(schema, drop.name());
    if (column.key()) {
      throw ErrorCode.PRIMARY_KEY_CHANGE.with();
    }
    boolean first = schema.columns().get(0).id() == column.id();
    if (first || schema.columns().size() == 2) {
      if (superTable) {
        throw ErrorCode.INVALID_STABLE_OPTIONS.with();
      }
      throw first
          ? ErrorCode.CANNOT_DROP_PRIMARY_KEY.with()
          : ErrorCode.NO_COLUMN_CAN_BE_DROPPED.with();
    }
    return schema.minus(column);
  }

  private static Column column(Schema schema, String name) throws TaosException {
    return schema.column(name).orElseThrow(() -> ErrorCode.INVALID_COLUMN.with(name));
  }

  private static Schema modified(Schema schema, Statement.ModifyColumn modify)
      throws TaosException {
    if (!modify.tag() && schema.tag(modify.name()).isPresent()) {
      throw ErrorCode.INVALID_MODIFY_COLUMN.with();
    }
    Column column =
        modify.tag()
            ? schema
                .tag(modify.name())
                .orElseThrow(() -> ErrorCode.INVALID_TAG_NAME.with(modify.name()))
            : column(schema, modify.name());
    if (column.key()) {
      throw ErrorCode.PRIMARY_KEY_CHANGE.with();
    }
    DataType before = column.type();
    DataType after = modify.type();
    boolean longer =
        before.type() == after.type()
            && before.type().isVariable()
            && after.length() > before.length();
    if (!longer) {
      throw ErrorCode.INVALID_MODIFY_COLUMN.with();
    }
    return schema.changing(column, changed -> changed.retyped(after));
  }

  private static Schema renamed(Schema schema, Statement.RenameColumn rename, boolean superTable)
      throws TaosException {
    if (rename.tag()) {
      Column tag = schema.tag(rename.from()).orElseThrow(ErrorCode.TAG_NOT_EXIST::with);
      if (schema.tag(rename.to()).isPresent()) {
        throw ErrorCode.TAG_EXISTS.with();
      }
      if (schema.column(rename.to()).isPresent()) {
        throw ErrorCode.COLUMN_EXISTS.with();
      }
      return schema.changing(tag, changed -> changed.renamed(rename.to()));
    }
    if (superTable) {
      throw new TaosException(
          ErrorCode.INVALID_ALTER_TABLE.code(), "Rename column only available for normal table");
    }
    Column column = column(schema, rename.from());
    if (column.key()) {
      throw ErrorCode.PRIMARY_KEY_CHANGE.with();
    }
    if (schema.column(rename.to()).isPresent()) {
      throw ErrorCode.DUPLICATED_COLUMN.with();
    }
    return schema.changing(column, changed -> changed.renamed(rename.to()));
  }

  private static Schema recompressed(Schema schema, Statement.ModifyCompression modify)
      throws TaosException {
    Column column = column(schema, modify.name());
    Compression compression =
        CompressionReader.read(column.type(), column.compression(), modify.options());
    if (compression.equals(column.compression())) {
      throw ErrorCode.SAME_COMPRESSION.with();
    }
    return schema.changing(column, changed -> changed.recompressed(compression));
  }
}
