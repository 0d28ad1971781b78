package dev.tck.embedded.catalogue;

import dev.tck.embedded.store.TableData;

/** A table that holds rows. */
public abstract sealed class DataTable extends Table permits ChildTable, NormalTable {
  private final TableData data = new TableData();
  private final int vgroup;

  DataTable(Database database, String name, long uid, long created, Options options, int vgroup) {
    super(database, name, uid, created, options);
    this.vgroup = vgroup;
  }

  /** Returns the rows. */
  public TableData data() {
    return data;
  }

  /** Returns the number of the virtual group that TDengine would keep the table in. */
  public int vgroup() {
    return vgroup;
  }
}
