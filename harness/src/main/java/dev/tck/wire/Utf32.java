package dev.tck.wire;

/** Converts NCHAR, which TDengine stores as four little-endian bytes a code point. */
public final class Utf32 {
  private static final int REPLACEMENT = 0xFFFD;

  private Utf32() {}

  /** Returns the text of UTF-32LE bytes; what is no code point becomes U+FFFD. */
  public static String decode(byte[] bytes, int start, int length) {
    StringBuilder text = new StringBuilder(length / 4);
    for (int position = start; position + 4 <= start + length; position += 4) {
      int codePoint = LittleEndian.getInt(bytes, position);
      text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : REPLACEMENT);
    }
    return text.toString();
  }

  /** Returns the UTF-32LE bytes of a text. */
  public static byte[] encode(String text) {
    byte[] bytes = new byte[4 * text.codePointCount(0, text.length())];
    int position = 0;
    for (int index = 0; index < text.length(); ) {
      int codePoint = text.codePointAt(index);
      LittleEndian.putInt(bytes, position, codePoint);
      position += 4;
      index += Character.charCount(codePoint);
    }
    return bytes;
  }
}
