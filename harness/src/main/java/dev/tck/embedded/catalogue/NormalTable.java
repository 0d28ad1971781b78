package dev.tck.embedded.catalogue;

/** A table with a schema of its own. */
public final class NormalTable extends DataTable {
  private volatile Schema schema;

  NormalTable(
      Database database,
      String name,
      long uid,
      long created,
      Options options,
      int vgroup,
      Schema schema) {
    super(database, name, uid, created, options, vgroup);
    this.schema = schema;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  void schema(Schema newSchema) {
    schema = newSchema;
  }
}
