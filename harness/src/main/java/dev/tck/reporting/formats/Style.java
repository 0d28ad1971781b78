package dev.tck.reporting.formats;

/** Colours words for a terminal, or leaves them as they are. */
enum Style {
  GOOD("32"),
  HALF("33"),
  BAD("31"),
  OURS("36"),
  FAINT("2"),
  BOLD("1");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String apply(String text, boolean colours) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
