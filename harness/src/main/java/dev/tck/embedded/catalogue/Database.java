package dev.tck.embedded.catalogue;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** Holds the tables of one database. Tables come and go one at a time; looking up needs no lock. */
public final class Database {
  private final String name;
  private final long id;
  private final long created;
  private final int firstVgroup;
  private final LongSupplier ids;
  private final LongSupplier milliseconds;
  private final ConcurrentMap<String, Table> tables = new ConcurrentHashMap<>();
  private volatile DatabaseOptions options;

  Database(
      String name,
      long id,
      int firstVgroup,
      DatabaseOptions options,
      LongSupplier ids,
      LongSupplier milliseconds) {
    this.name = name;
    this.id = id;
    this.created = milliseconds.getAsLong();
    this.firstVgroup = firstVgroup;
    this.options = options;
    this.ids = ids;
    this.milliseconds = milliseconds;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the number that orders databases by creation. */
  public long id() {
    return id;
  }

  /** Returns when the database was created, in milliseconds since the epoch. */
  public long created() {
    return created;
  }

  /** Returns the number of the first virtual group; the others follow. */
  public int firstVgroup() {
    return firstVgroup;
  }

  /** Returns the present options. */
  public DatabaseOptions options() {
    return options;
  }

  /** Changes the options. */
  public void options(DatabaseOptions newOptions) {
    options = newOptions;
  }

  /** Returns the unit of time. */
  public Precision precision() {
    return options.precision();
  }

  /** Returns a table by name. */
  public Optional<Table> table(String tableName) {
    return Optional.ofNullable(tables.get(tableName));
  }

  /** Returns all tables in order of creation. */
  public List<Table> tables() {
    return tables.values().stream().sorted(Comparator.comparingLong(Table::uid)).toList();
  }

  /** Returns the virtual group to which a table's name leads. */
  private int vgroupOf(String tableName) {
    int groups = (int) options.number(DatabaseOption.VGROUPS);
    return firstVgroup + Math.floorMod(tableName.hashCode(), groups);
  }

  /**
   * Creates a super table.
   *
   * @return false if a super table of this name exists already
   * @throws TaosException if a table of another kind has the name (1539)
   */
  public synchronized boolean createSuperTable(
      String tableName, Schema schema, Table.Options tableOptions) throws TaosException {
    Table existing = tables.get(tableName);
    if (existing instanceof SuperTable) {
      return false;
    }
    requireFree(existing);
    tables.put(
        tableName,
        new SuperTable(
            this, tableName, ids.getAsLong(), milliseconds.getAsLong(), tableOptions, schema));
    return true;
  }

  private static void requireFree(@org.jspecify.annotations.Nullable Table existing)
      throws TaosException {
    if (existing != null) {
      throw existing instanceof SuperTable
          ? ErrorCode.STABLE_EXISTS.with()
          : ErrorCode.TABLE_EXISTS.with();
    }
  }

  /**
   * Creates a normal table.
   *
   * @throws TaosException if the name is taken
   */
  public synchronized void createNormalTable(
      String tableName, Schema schema, Table.Options tableOptions) throws TaosException {
    if (tables.containsKey(tableName)) {
      throw ErrorCode.TABLE_EXISTS.with();
    }
    tables.put(
        tableName,
        new NormalTable(
            this,
            tableName,
            ids.getAsLong(),
            milliseconds.getAsLong(),
            tableOptions,
            vgroupOf(tableName),
            schema));
  }

  /**
   * Returns the child table of this name, created now if it does not exist.
   *
   * @throws TaosException if the name belongs to a table that is no child of the super table
   */
  public synchronized ChildTable childTable(
      SuperTable superTable, String tableName, TagValues tags, Table.Options tableOptions)
      throws TaosException {
    Table existing = tables.get(tableName);
    if (existing instanceof ChildTable child) {
      if (child.superTable() != superTable) {
        throw ErrorCode.TABLE_IN_OTHER_STABLE.with();
      }
      return child;
    }
    requireFree(existing);
    ChildTable child =
        new ChildTable(
            superTable,
            tableName,
            ids.getAsLong(),
            milliseconds.getAsLong(),
            tableOptions,
            vgroupOf(tableName),
            tags);
    tables.put(tableName, child);
    superTable.add(child);
    return child;
  }

  /** Removes a table; a super table takes its child tables along. */
  public synchronized void drop(Table table) {
    tables.remove(table.name(), table);
    if (table instanceof ChildTable child) {
      child.superTable().remove(child);
    } else if (table instanceof SuperTable superTable) {
      superTable.children().forEach(child -> tables.remove(child.name(), child));
    }
  }

  /** Changes the schema of a super table or normal table. */
  public synchronized void changeSchema(Table table, Schema schema) {
    if (table instanceof SuperTable superTable) {
      superTable.schema(schema);
    } else if (table instanceof NormalTable normal) {
      normal.schema(schema);
    } else {
      throw new IllegalArgumentException("a child table has no schema of its own");
    }
  }

  /** Changes a tag of a child table. */
  public synchronized void changeTag(ChildTable table, Column tag, Vector value) {
    table.tags(table.tags().with(tag, value));
  }
}
