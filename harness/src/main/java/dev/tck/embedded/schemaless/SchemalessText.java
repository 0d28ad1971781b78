package dev.tck.embedded.schemaless;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Holds points as a client writes them.
 *
 * @param text holds one character a byte of the UTF-8 that was sent, because TDengine counts bytes
 * @param unit is the unit of timestamps; telnet lines have their own
 * @param tableNameKey is the tag whose value names the child table, and which is not stored
 * @param timeToLive is what child tables get that are created, in days, 0 for ever
 */
public record SchemalessText(
    Protocol protocol, String text, TimeUnit unit, Optional<String> tableNameKey, long timeToLive) {

  /** Returns bytes as the text that {@link #text} wants. */
  public static String ofBytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
