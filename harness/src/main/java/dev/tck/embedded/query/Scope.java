package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds columns of a source by name, and notes which are used: those are read, in the order in
 * which they were asked for first.
 */
final class Scope {
  private final Source source;
  private final List<Integer> used = new ArrayList<>();

  Scope(Source source) {
    this.source = source;
  }

  /** Returns a scope in which these columns are used, in this order. */
  static Scope of(Source source, List<Integer> columns) {
    Scope scope = new Scope(source);
    scope.used.addAll(columns);
    return scope;
  }

  Source source() {
    return source;
  }

  /** Returns positions in the source's columns, in the order of the batches' columns. */
  List<Integer> used() {
    return used;
  }

  /** Returns the expression of a column by its position in the source. */
  InputColumn column(int position) {
    int slot = used.indexOf(position);
    if (slot < 0) {
      slot = used.size();
      used.add(position);
    }
    return new InputColumn(slot, source.columns().get(position).type());
  }

  /** Returns the column of the source that stands behind an expression's column. */
  SourceColumn sourceColumn(InputColumn column) {
    return source.columns().get(used.get(column.index()));
  }

  /** Returns whether there is a column of this name. */
  boolean has(String name) {
    return source.columns().stream().anyMatch(column -> column.isCalled(name));
  }

  /** Returns whether an expression is the table's name. */
  boolean isTableName(Scalar expression) {
    return expression instanceof InputColumn column
        && sourceColumn(column).kind() == SourceColumn.Kind.TABLE_NAME;
  }

  /** Returns whether a column of the batches has one value a table. */
  boolean isOfTable(int slot) {
    return source.columns().get(used.get(slot)).isOfTable();
  }

  /** Returns whether an expression's column is the primary timestamp. */
  boolean isPrimaryTimestamp(InputColumn column) {
    return used.get(column.index()) == source.primaryTimestamp();
  }

  /** Returns the position of the primary timestamp in the batches. */
  int timestampSlot() {
    return column(source.primaryTimestamp()).index();
  }

  /**
   * Returns the position of a column of the source.
   *
   * @throws TaosException if there is none (9730), or several (9732)
   */
  int find(Optional<String> qualifier, String name) throws TaosException {
    requireQualifier(qualifier);
    int found = Source.NONE;
    for (int index = 0; index < source.columns().size(); index++) {
      SourceColumn column = source.columns().get(index);
      boolean matches =
          column.isCalled(name)
              && (qualifier.isEmpty() || source.qualifiers().get(index).equals(qualifier.get()));
      if (matches && found != Source.NONE) {
        throw ErrorCode.AMBIGUOUS_COLUMN.with(name);
      }
      found = matches ? index : found;
    }
    if (found == Source.NONE) {
      throw ErrorCode.INVALID_COLUMN.with(name);
    }
    return found;
  }

  void requireQualifier(Optional<String> qualifier) throws TaosException {
    if (qualifier.isPresent() && !source.qualifiers().contains(qualifier.get())) {
      throw ErrorCode.TABLE_NOT_EXIST_NAMED.with(qualifier.get());
    }
  }

  /**
   * Returns the position of the table's name.
   *
   * @throws TaosException if the source has none (9804)
   */
  int findTableName(Optional<String> qualifier) throws TaosException {
    requireQualifier(qualifier);
    int found = Source.NONE;
    for (int index = 0; index < source.columns().size(); index++) {
      if (source.columns().get(index).kind() == SourceColumn.Kind.TABLE_NAME
          && (qualifier.isEmpty() || source.qualifiers().get(index).equals(qualifier.get()))) {
        if (found != Source.NONE) {
          throw ErrorCode.INVALID_TBNAME.with();
        }
        found = index;
      }
    }
    if (found == Source.NONE) {
      throw ErrorCode.INVALID_TBNAME.with();
    }
    return found;
  }

  /** Returns a row of a table with NULL for the columns that have no value for the whole table. */
  Batch completed(Batch table) {
    Vector[] columns = new Vector[used.size()];
    for (int slot = 0; slot < columns.length; slot++) {
      SourceColumn column = source.columns().get(used.get(slot));
      columns[slot] = column.isOfTable() ? table.column(slot) : Vector.ofNulls(column.type(), 1);
    }
    return new Batch(1, columns);
  }
}
