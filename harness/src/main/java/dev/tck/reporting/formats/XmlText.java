package dev.tck.reporting.formats;

/** Makes texts fit for XML 1.0, which has no place for most control characters. */
final class XmlText {
  private XmlText() {}

  /** Returns the text with a replacement character for each that XML cannot hold. */
  static String of(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
