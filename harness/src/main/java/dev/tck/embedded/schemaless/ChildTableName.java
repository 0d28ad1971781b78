package dev.tck.embedded.schemaless;

import dev.tck.values.TaosType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Names child tables as TDengine does (protocol notes, {@code schemaless.md} §3). */
final class ChildTableName {
  private static final int LONGEST = 192;

  private ChildTableName() {}

  /** Returns the position of the tag that names the table, or -1. */
  static int namingTag(List<Field> tags, Optional<String> key) {
    for (int index = 0; index < tags.size(); index++) {
      Field tag = tags.get(index);
      if (key.isPresent() && tag.name().equals(key.get()) && tag.value().type().isVariable()) {
        return index;
      }
    }
    return -1;
  }

  /** Returns the name that a tag's value gives. */
  static String of(FieldValue value) {
    String bytes = value.bytes();
    String kept = bytes.substring(0, Math.min(LONGEST, bytes.length()));
    return Source.decoded(kept).replace('.', '_');
  }

  /** Returns {@code t_} and the MD5 of the measurement and the tags in order of their keys. */
  static String of(String measurement, List<Field> tags) {
    MessageDigest digest = md5();
    digest.update(measurement.getBytes(StandardCharsets.UTF_8));
    List<Field> sorted = new ArrayList<>(tags);
    sorted.sort(Comparator.comparing(Field::name, String.CASE_INSENSITIVE_ORDER));
    for (Field tag : sorted) {
      digest.update(("," + tag.name() + "=").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes(tag.value()));
    }
    return "t_" + HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(FieldValue value) {
    TaosType type = value.type();
    if (type.isVariable()) {
      return value.bytes().getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] whole =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(value.bits())
            .array();
    return java.util.Arrays.copyOf(whole, type.width());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
