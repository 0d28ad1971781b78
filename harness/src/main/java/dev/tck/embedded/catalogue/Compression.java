package dev.tck.embedded.catalogue;

import dev.tck.embedded.type.DataType;

/** Names how TDengine would compress a column; here it is only told back. */
public record Compression(String encode, String compress, String level) {
  /** What tags have. */
  public static final Compression NONE = new Compression("disabled", "disabled", "disabled");

  private static final String MEDIUM = "medium";

  /** Returns what a column of a type has if nothing is said. */
  public static Compression defaultFor(DataType type) {
    return switch (type.type()) {
      case TIMESTAMP -> new Compression("delta-i", "lz4", MEDIUM);
      case BOOL -> new Compression("bit-packing", "zstd", MEDIUM);
      case TINYINT, SMALLINT, TINYINT_UNSIGNED, SMALLINT_UNSIGNED ->
          new Compression("simple8b", "zlib", MEDIUM);
      case INT, BIGINT, INT_UNSIGNED, BIGINT_UNSIGNED -> new Compression("simple8b", "lz4", MEDIUM);
      case FLOAT, DOUBLE -> new Compression("delta-d", "lz4", MEDIUM);
      case VARCHAR, NCHAR, VARBINARY, DECIMAL, DECIMAL64 ->
          new Compression("disabled", "zstd", MEDIUM);
      case GEOMETRY, JSON, BLOB, NULL -> new Compression("disabled", "lz4", MEDIUM);
    };
  }
}
