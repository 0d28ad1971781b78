package dev.tck.reporting.formats;

import java.util.List;
import java.util.stream.Collectors;

/** Writes Markdown in which no text can be taken for markup. */
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]<>|#~";

  private final StringBuilder text = new StringBuilder();

  /** Returns a text in which Markdown sees nothing but text, in one line. */
  static String escape(String raw) {
    StringBuilder escaped = new StringBuilder();
    raw.codePoints()
        .forEach(
            c -> {
              if (c == '&') {
                escaped.append("&amp;");
              } else if (Character.isISOControl(c) || isInvisible(c)) {
                escaped.append(' ');
              } else {
                if (SPECIAL.indexOf(c) >= 0) {
                  escaped.append('\\');
                }
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString().replaceAll(" {2,}", " ").strip();
  }

  /** Tells what cannot be seen or cannot be written: directions of text, halves of pairs. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.SURROGATE
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFFFE
        || c == 0xFFFF;
  }

  void heading(int level, String title) {
    text.append("#".repeat(level)).append(' ').append(escape(title)).append("\n\n");
  }

  void paragraph(String plain) {
    text.append(escape(plain)).append("\n\n");
  }

  void quote(String plain) {
    text.append("> ").append(escape(plain)).append("\n\n");
  }

  void item(String plain) {
    text.append("- ").append(escape(plain)).append('\n');
  }

  void tableHead(List<String> titles) {
    tableRow(titles);
    text.append("|").append(" --- |".repeat(titles.size())).append('\n');
  }

  void tableRow(List<String> cells) {
    text.append(
        cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  void blank() {
    int length = text.length();
    if (length > 0 && (length < 2 || text.charAt(length - 2) != '\n')) {
      text.append('\n');
    }
  }

  String text() {
    return text.toString().stripTrailing() + "\n";
  }
}
