package dev.tck.reporting.formats;

/** Makes texts fit for UTF-8, which has no place for half of a surrogate pair. */
public final class WellFormed {
  private WellFormed() {}

  /** Returns the text with a replacement character for each lonely half. */
  public static String of(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
