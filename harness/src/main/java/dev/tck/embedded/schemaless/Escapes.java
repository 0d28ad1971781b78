package dev.tck.embedded.schemaless;

/**
 * Tells what a backslash takes the meaning from. A character after a backslash that is escaped
 * itself keeps its meaning.
 */
final class Escapes {
  private static final String IN_MEASUREMENT = ", \\";
  private static final String IN_KEY = ", =\\";
  private static final String IN_FIELD_VALUE = "\"\\";
  private static final int NONE = -1;

  private final Source source;
  private int lastEscaped = NONE;

  Escapes(Source source) {
    this.source = source;
  }

  /** Returns whether the current character is this one and means it. */
  boolean isBare(char wanted) {
    int position = source.position;
    return source.current() == wanted
        && (source.at(position - 1) != '\\' || position - 1 == lastEscaped);
  }

  boolean noteInMeasurement() {
    return note(IN_MEASUREMENT);
  }

  boolean noteInKey() {
    return note(IN_KEY);
  }

  boolean noteInFieldValue() {
    return source.position - 1 != lastEscaped && note(IN_FIELD_VALUE);
  }

  private boolean note(String escapable) {
    int position = source.position;
    boolean escaped = source.at(position - 1) == '\\' && escapable.indexOf(source.current()) >= 0;
    if (escaped) {
      lastEscaped = position;
    }
    return escaped;
  }

  static String plainMeasurement(String text) {
    return plain(text, IN_MEASUREMENT);
  }

  static String plainKey(String text) {
    return plain(text, IN_KEY);
  }

  static String plainFieldValue(String text) {
    return plain(text, IN_FIELD_VALUE);
  }

  private static String plain(String text, String escapable) {
    StringBuilder plain = new StringBuilder(text.length());
    int index = 0;
    while (index < text.length()) {
      boolean escape =
          text.charAt(index) == '\\'
              && index + 1 < text.length()
              && escapable.indexOf(text.charAt(index + 1)) >= 0;
      if (escape) {
        index++;
      }
      plain.append(text.charAt(index++));
    }
    return plain.toString();
  }
}
