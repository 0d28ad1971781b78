package dev.tck.adapter.sdk;

import java.nio.charset.StandardCharsets;

/** Encodes lines without losing anything. */
final class Utf8 {

  private Utf8() {}

  /**
   * Returns the line's bytes with a line feed.
   *
   * <p>Half a surrogate pair has no UTF-8 form and would become a question mark; JSON can escape
   * it.
   */
  static byte[] line(String json) {
    StringBuilder text = new StringBuilder(json.length() + 1);
    for (int index = 0; index < json.length(); index++) {
      char unit = json.charAt(index);
      if (!Character.isSurrogate(unit)) {
        text.append(unit);
      } else if (index + 1 < json.length()
          && Character.isSurrogatePair(unit, json.charAt(index + 1))) {
        text.append(unit).append(json.charAt(++index));
      } else {
        text.append(String.format("\\u%04x", (int) unit));
      }
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}
