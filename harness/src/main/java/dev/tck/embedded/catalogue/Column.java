package dev.tck.embedded.catalogue;

import dev.tck.embedded.type.DataType;

/**
 * Describes a column or tag of a table.
 *
 * @param id stays the same while the column lives and is never used again in its table
 * @param key is true for the second column of a composite key
 */
public record Column(int id, String name, DataType type, Compression compression, boolean key) {

  /** Returns the column under another name. */
  public Column renamed(String newName) {
    return new Column(id, newName, type, compression, key);
  }

  /** Returns the column with another type. */
  public Column retyped(DataType newType) {
    return new Column(id, name, newType, compression, key);
  }

  /** Returns the column with other compression. */
  public Column recompressed(Compression newCompression) {
    return new Column(id, name, type, newCompression, key);
  }
}
