package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Compression;
import dev.tck.embedded.type.DataType;
import java.util.Map;
import java.util.Set;

/** Reads ENCODE, COMPRESS and LEVEL of a column. */
final class CompressionReader {
  private static final Set<String> COMPRESSIONS = Set.of("lz4", "zlib", "zstd", "xz", "disabled");
  private static final Map<String, String> LEVELS =
      Map.of(
          "high", "high", "h", "high", "medium", "medium", "m", "medium", "low", "low", "l", "low");

  private CompressionReader() {}

  /**
   * Returns the compression that a column's options say.
   *
   * @throws TaosException if the column's type cannot have it
   */
  static Compression read(DataType type, Compression before, Map<String, String> options)
      throws TaosException {
    String encode = options.getOrDefault("encode", before.encode());
    String compress = options.getOrDefault("compress", before.compress());
    String level = options.getOrDefault("level", before.level());
    if (!encodings(type).contains(encode)) {
      throw ErrorCode.INVALID_ENCODE.with();
    }
    boolean lossy = compress.equals("tsz") && type.isFloating();
    if (!COMPRESSIONS.contains(compress) && !lossy) {
      throw ErrorCode.INVALID_COMPRESS.with();
    }
    String levelName = LEVELS.get(level);
    if (levelName == null) {
      throw ErrorCode.INVALID_LEVEL.with();
    }
    return new Compression(encode, compress, levelName);
  }

  private static Set<String> encodings(DataType type) {
    return switch (type.type()) {
      case TIMESTAMP, BIGINT, BIGINT_UNSIGNED -> Set.of("delta-i", "simple8b", "disabled");
      case TINYINT, SMALLINT, INT, TINYINT_UNSIGNED, SMALLINT_UNSIGNED, INT_UNSIGNED ->
          Set.of("simple8b", "disabled");
      case FLOAT, DOUBLE -> Set.of("delta-d", "disabled");
      case BOOL -> Set.of("bit-packing", "disabled");
      default -> Set.of("disabled");
    };
  }
}
