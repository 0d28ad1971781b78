package dev.tck.embedded.catalogue;

import dev.tck.embedded.store.Layout;
import dev.tck.embedded.store.StoredColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lists the columns and tags of a table at one time; each change makes a new schema. */
public final class Schema {
  private final List<Column> columns;
  private final List<Column> tags;
  private final int nextId;
  private final Layout layout;

  /**
   * Creates a schema.
   *
   * @param nextId is the id of the next new column or tag
   */
  public Schema(List<Column> columns, List<Column> tags, int nextId) {
    this.columns = List.copyOf(columns);
    this.tags = List.copyOf(tags);
    this.nextId = nextId;
    this.layout =
        new Layout(
            columns.stream().map(column -> new StoredColumn(column.id(), column.type())).toList(),
            columns.size() > 1 && columns.get(1).key());
  }

  /** Returns the columns, the primary timestamp first. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns the tags, none for a normal table. */
  public List<Column> tags() {
    return tags;
  }

  /** Returns the id of the next new column or tag. */
  public int nextId() {
    return nextId;
  }

  /** Returns how rows of this schema are stored. */
  public Layout layout() {
    return layout;
  }

  /** Returns whether the key has a second column. */
  public boolean hasCompositeKey() {
    return columns.size() > 1 && columns.get(1).key();
  }

  /** Returns the position of a column by name, or -1. */
  public int columnIndex(String name) {
    return indexOf(columns, name);
  }

  /** Returns the position of a tag by name, or -1. */
  public int tagIndex(String name) {
    return indexOf(tags, name);
  }

  private static int indexOf(List<Column> columns, String name) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(name)) {
        return index;
      }
    }
    return -1;
  }

  /** Returns a column by name. */
  public Optional<Column> column(String name) {
    int index = columnIndex(name);
    return index < 0 ? Optional.empty() : Optional.of(columns.get(index));
  }

  /** Returns a tag by name. */
  public Optional<Column> tag(String name) {
    int index = tagIndex(name);
    return index < 0 ? Optional.empty() : Optional.of(tags.get(index));
  }

  /** Returns the schema with a further column; its id must be {@link #nextId()}. */
  public Schema plusColumn(Column column) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new Schema(more, tags, nextId + 1);
  }

  /** Returns the schema with a further tag; its id must be {@link #nextId()}. */
  public Schema plusTag(Column tag) {
    List<Column> more = new ArrayList<>(tags);
    more.add(tag);
    return new Schema(columns, more, nextId + 1);
  }

  /** Returns the schema without a column or tag. */
  public Schema minus(Column dropped) {
    return new Schema(
        columns.stream().filter(column -> column.id() != dropped.id()).toList(),
        tags.stream().filter(tag -> tag.id() != dropped.id()).toList(),
        nextId);
  }

  /** Returns the schema with a column or tag changed. */
  public Schema changing(Column changed, UnaryOperator<Column> change) {
    UnaryOperator<Column> ifIt =
        column -> column.id() == changed.id() ? change.apply(column) : column;
    return new Schema(
        columns.stream().map(ifIt).toList(), tags.stream().map(ifIt).toList(), nextId);
  }
}
