package dev.tck.embedded.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A table that gives its child tables their schema and holds no rows itself. */
public final class SuperTable extends Table {
  private final ConcurrentNavigableMap<Long, ChildTable> children = new ConcurrentSkipListMap<>();
  private volatile Schema schema;

  SuperTable(
      Database database, String name, long uid, long created, Options options, Schema schema) {
    super(database, name, uid, created, options);
    this.schema = schema;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  void schema(Schema newSchema) {
    schema = newSchema;
  }

  /** Returns the child tables in order of creation. */
  public Collection<ChildTable> children() {
    return Collections.unmodifiableCollection(children.values());
  }

  void add(ChildTable child) {
    children.put(child.uid(), child);
  }

  void remove(ChildTable child) {
    children.remove(child.uid());
  }
}
