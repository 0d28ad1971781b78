package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Schema;
import java.util.ArrayList;
import java.util.List;

/** Reads the names of the columns that rows have values for, up to the closing parenthesis. */
final class BoundColumns {
  private final SqlScanner scanner;

  BoundColumns(SqlScanner scanner) {
    this.scanner = scanner;
  }

  /** Returns positions in the schema's columns. */
  int[] read(Schema schema) throws TaosException {
    int[] bound = readNames(names(schema.columns()));
    requireKey(schema, bound);
    return bound;
  }

  /**
   * Returns positions in the schema's columns; behind the columns count the tags, behind the tags
   * stands tbname.
   */
  int[] readWithTags(Schema schema) throws TaosException {
    List<String> names = new ArrayList<>(names(schema.columns()));
    names.addAll(names(schema.tags()));
    int tbname = names.size();
    names.add("tbname");
    int[] bound = readNames(names);
    requireKey(schema, bound);
    if (!contains(bound, tbname)) {
      throw ErrorCode.INVALID_OPERATION.with("tbname column should not be null");
    }
    return bound;
  }

  /** Returns positions in the schema's tags. */
  int[] readTags(Schema schema) throws TaosException {
    return readNames(names(schema.tags()));
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private int[] readNames(List<String> names) throws TaosException {
    List<Integer> bound = new ArrayList<>();
    while (true) {
      scanner.next();
      if (scanner.kind == ScanKind.RIGHT) {
        return bound.stream().mapToInt(Integer::intValue).toArray();
      }
      if (scanner.kind == ScanKind.NONE) {
        throw SqlScanner.reason(") expected");
      }
      String name = QualifiedName.unquote(scanner.text());
      int index = names.indexOf(name);
      if (index < 0) {
        throw ErrorCode.INVALID_COLUMN.with(name);
      }
      if (bound.contains(index)) {
        throw SqlScanner.quoting(name, "duplicated column name");
      }
      bound.add(index);
    }
  }

  private static void requireKey(Schema schema, int[] bound) throws TaosException {
    if (!contains(bound, 0)) {
      throw ErrorCode.INVALID_OPERATION.with("Primary timestamp column should not be null");
    }
    if (schema.hasCompositeKey() && !contains(bound, 1)) {
      throw ErrorCode.INVALID_OPERATION.with("Primary key column should not be none");
    }
  }

  private static boolean contains(int[] bound, int wanted) {
    for (int index : bound) {
      if (index == wanted) {
        return true;
      }
    }
    return false;
  }
}
