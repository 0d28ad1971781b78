package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Compression;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.type.DataType;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the columns and tags of a new table as TDengine does. */
final class SchemaReader {
  private static final int MOST_COLUMNS = 4096;
  private static final int MOST_TAGS = 128;
  private static final int LONGEST_VALUE = 65519;
  private static final int LONGEST_ROW = 65531;
  private static final int LONGEST_TAGS = 16384;

  private SchemaReader() {}

  static Schema read(
      List<Statement.ColumnDefinition> columns, List<Statement.ColumnDefinition> tags)
      throws TaosException {
    Set<String> names = new HashSet<>();
    checkTags(tags, names);
    checkColumns(columns, tags.size(), names);
    List<Column> resultColumns = new ArrayList<>();
    int id = 1;
    for (Statement.ColumnDefinition column : columns) {
      resultColumns.add(column(column, id++));
    }
    List<Column> resultTags = new ArrayList<>();
    for (Statement.ColumnDefinition tag : tags) {
      resultTags.add(new Column(id++, tag.name(), tag.type(), Compression.NONE, false));
    }
    return new Schema(resultColumns, resultTags, id);
  }

  static Column column(Statement.ColumnDefinition definition, int id) throws TaosException {
    Compression compression =
        CompressionReader.read(
            definition.type(), Compression.defaultFor(definition.type()), definition.options());
    return new Column(
        id, definition.name(), definition.type(), compression, definition.primaryKey());
  }

  private static void checkTags(List<Statement.ColumnDefinition> tags, Set<String> names)
      throws TaosException {
    if (tags.size() > MOST_TAGS) {
      throw ErrorCode.INVALID_NUMBER_OF_TAGS.with();
    }
    int total = 0;
    for (Statement.ColumnDefinition tag : tags) {
      if (!names.add(tag.name())) {
        throw ErrorCode.DUPLICATED_COLUMN.with();
      }
      if (tag.type().type() == TaosType.JSON && tags.size() > 1) {
        throw ErrorCode.ONLY_ONE_JSON_TAG.with();
      }
      requireLength(tag.type());
      checkTagType(tag.type());
      total += tag.type().storedBytes();
    }
    if (total > LONGEST_TAGS) {
      throw ErrorCode.TAGS_TOO_LONG.with(LONGEST_TAGS);
    }
  }

  static void checkTagType(DataType type) throws TaosException {
    if (type.type().isVariable()
        && type.type() != TaosType.JSON
        && type.storedBytes() > LONGEST_TAGS) {
      throw ErrorCode.INVALID_VARIABLE_LENGTH.with();
    }
    if (type.type().isDecimal()) {
      throw new TaosException(
          ErrorCode.INVALID_COLUMN.code(), "Decimal type is not allowed for tag");
    }
  }

  private static void checkColumns(
      List<Statement.ColumnDefinition> columns, int tags, Set<String> names) throws TaosException {
    if (columns.size() < 2) {
      throw ErrorCode.ILLEGAL_NUMBER_OF_COLUMNS.with();
    }
    if (columns.size() + tags > MOST_COLUMNS) {
      throw ErrorCode.TOO_MANY_COLUMNS.with();
    }
    if (columns.get(0).type().type() != TaosType.TIMESTAMP) {
      throw ErrorCode.FIRST_COLUMN_NOT_TIMESTAMP.with();
    }
    int total = 0;
    for (int index = 0; index < columns.size(); index++) {
      Statement.ColumnDefinition column = columns.get(index);
      if (column.primaryKey()) {
        checkKey(column.type(), index);
      }
      requireLength(column.type());
      checkColumnType(column.type());
      if (!names.add(column.name())) {
        throw ErrorCode.DUPLICATED_COLUMN.with();
      }
      total += column.type().storedBytes();
    }
    if (total > LONGEST_ROW) {
      throw ErrorCode.ROW_TOO_LONG.with(LONGEST_ROW);
    }
  }

  private static void checkKey(DataType type, int index) throws TaosException {
    if (index != 1) {
      throw ErrorCode.PRIMARY_KEY_NOT_SECOND.with();
    }
    switch (type.type()) {
      case INT, INT_UNSIGNED, BIGINT, BIGINT_UNSIGNED, VARCHAR -> {}
      default -> throw ErrorCode.PRIMARY_KEY_TYPE.with();
    }
  }

  private static void requireLength(DataType type) throws TaosException {
    boolean declared = type.type().isVariable() && type.type() != TaosType.JSON;
    if (declared && type.length() == 0) {
      throw ErrorCode.INVALID_VARIABLE_LENGTH.with();
    }
  }

  static void checkColumnType(DataType type) throws TaosException {
    if (type.type() == TaosType.JSON) {
      throw ErrorCode.ONLY_TAG_CAN_BE_JSON.with();
    }
    if (type.type().isVariable() && type.storedBytes() > LONGEST_VALUE) {
      throw ErrorCode.INVALID_VARIABLE_LENGTH.with();
    }
  }
}
