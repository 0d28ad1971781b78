package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.TagValues;
import dev.tck.embedded.sql.SqlStrings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads rows that are inserted into a super table: each names its child table. */
final class SuperTableRow {
  private static final int LONGEST_NAME = 192;

  private final SqlScanner scanner;
  private final ValueReader values;
  private final Schema schema;
  private final int[] bound;
  private final int tbname;

  SuperTableRow(SqlScanner scanner, InsertContext context, SuperTable superTable, int[] bound) {
    this.scanner = scanner;
    this.values = new ValueReader(scanner, context, superTable.database().precision());
    this.schema = superTable.schema();
    this.bound = bound;
    this.tbname = schema.columns().size() + schema.tags().size();
  }

  /** Finds or notes the target of a row once its tags are known. */
  interface Registration {
    TableWrite register(TagValues tags) throws TaosException;
  }

  /** Returns the child table's name of the row that begins here, and stays at its beginning. */
  String findTableName() throws TaosException {
    int mark = scanner.position;
    for (int index = 0; index < bound.length; index++) {
      nextField(index);
      if (bound[index] == tbname) {
        String name = tableName();
        scanner.position = mark;
        return name;
      }
      skipExpression();
    }
    throw scanner.error(mark, "tbname value expected");
  }

  private void nextField(int index) throws TaosException {
    if (index > 0) {
      scanner.nextStrict();
      if (scanner.kind != ScanKind.COMMA) {
        throw scanner.error(", expected");
      }
    }
    int before = scanner.position;
    scanner.nextValue();
    if (scanner.skippedComma) {
      throw scanner.error(before, "invalid data or symbol");
    }
    if (scanner.kind == ScanKind.RIGHT) {
      throw ErrorCode.ILLEGAL_NUMBER_OF_COLUMNS.with();
    }
  }

  // A value may go on with parentheses, signs and spans.
  private void skipExpression() {
    while (true) {
      int mark = scanner.position;
      scanner.nextStrict();
      switch (scanner.kind) {
        case LEFT -> scanner.nextStrict();
        case PLUS, MINUS -> scanner.nextStrict();
        default -> {
          scanner.position = mark;
          return;
        }
      }
    }
  }

  private String tableName() throws TaosException {
    values.checkIsValue();
    if (scanner.kind == ScanKind.NULL) {
      throw ErrorCode.INVALID_OPERATION.with("tbname can not be null value");
    }
    String name =
        scanner.kind == ScanKind.STRING
            ? SqlStrings.unquote(scanner.text())
            : scanner.text().toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw ErrorCode.INVALID_OPERATION.with("tbname can not be empty");
    }
    if (name.length() > LONGEST_NAME) {
      throw ErrorCode.INVALID_OPERATION.with("tbname is too long");
    }
    if (name.indexOf('.') >= 0) {
      throw ErrorCode.INVALID_OPERATION.with("tbname can not contain '.'");
    }
    return name;
  }

  /** Reads the row into its table; the tags count only for a table that is new here. */
  void read(@Nullable TableWrite known, Registration registration) throws TaosException {
    int begin = scanner.position;
    TableWrite write = known == null ? registration.register(readTags()) : known;
    scanner.position = begin;
    int columns = schema.columns().size();
    for (int index = 0; index < bound.length; index++) {
      int position = bound[index];
      if (position < columns) {
        readColumn(index, position, write);
      } else {
        nextField(index);
        skipExpression();
      }
    }
    write.rows().endRow();
    write.rows().fill();
  }

  private void readColumn(int index, int position, TableWrite write) throws TaosException {
    if (index > 0) {
      scanner.nextStrict();
      if (scanner.kind != ScanKind.COMMA) {
        throw scanner.error(", expected");
      }
    }
    Column column = schema.columns().get(position);
    values.readColumn(column.type(), column.name(), position == 0, write.rows().column(position));
    ValueReader.requireKey(column, write.rows().column(position));
  }

  private TagValues readTags() throws TaosException {
    TagValues tags = TagValues.NONE;
    int columns = schema.columns().size();
    for (int index = 0; index < bound.length; index++) {
      nextField(index);
      int position = bound[index] - columns;
      if (position >= 0 && bound[index] < tbname) {
        Column tag = schema.tags().get(position);
        tags = tags.with(tag, TagsReader.readValue(values, scanner, tag));
      } else {
        skipExpression();
      }
    }
    return tags;
  }
}
