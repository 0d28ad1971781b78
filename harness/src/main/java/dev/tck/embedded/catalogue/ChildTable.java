package dev.tck.embedded.catalogue;

/** A table of a super table, with values for its tags. */
public final class ChildTable extends DataTable {
  private final SuperTable superTable;
  private volatile TagValues tags;

  ChildTable(
      SuperTable superTable,
      String name,
      long uid,
      long created,
      Options options,
      int vgroup,
      TagValues tags) {
    super(superTable.database(), name, uid, created, options, vgroup);
    this.superTable = superTable;
    this.tags = tags;
  }

  /** Returns the super table. */
  public SuperTable superTable() {
    return superTable;
  }

  /** Returns the values of the tags. */
  public TagValues tags() {
    return tags;
  }

  void tags(TagValues newTags) {
    tags = newTags;
  }

  @Override
  public Schema schema() {
    return superTable.schema();
  }
}
