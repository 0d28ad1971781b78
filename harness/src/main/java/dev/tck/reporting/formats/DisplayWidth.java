package dev.tck.reporting.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures texts in columns of a terminal: wide characters of East Asia and emoji take two, marks
 * that combine take none. Ambiguous characters, the marks of our tables among them, take one, as
 * terminals have it outside of East Asia.
 */
final class DisplayWidth {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private DisplayWidth() {}

  /** Returns how many columns a text takes. */
  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text.codePointAt(i));
    }
    return width;
  }

  /** Returns how many columns a code point takes: none, one or two. */
  static int of(int codePoint) {
    if (codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0)) {
      return 0;
    }
    int type = Character.getType(codePoint);
    boolean combines =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT
            || codePoint == ZERO_WIDTH_JOINER;
    if (combines) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** Tells whether Unicode's East Asian Width (UAX 11) is wide or full. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0x33FF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97C)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /** Cuts a text to at most so many columns, with an ellipsis if anything is cut. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int next = of(text.codePointAt(i));
      if (width + next > columns - 1) {
        break;
      }
      kept.appendCodePoint(text.codePointAt(i));
      width += next;
    }
    return columns < 1 ? "" : kept.append('…').toString();
  }

  /**
   * Breaks a text into lines at blanks; a word that is wider than a line is broken anywhere.
   *
   * @param indent begins every line but the first
   */
  static List<String> wrap(String text, int columns, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (of(rest) > columns) {
      int end = breakAt(rest, columns);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = indent + rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /**
   * Returns where a line ends: after its last blank that is not at its beginning, else anywhere.
   */
  private static int breakAt(String text, int columns) {
    int width = 0;
    int end = 0;
    int blank = -1;
    boolean begun = false;
    while (end < text.length() && width + of(text.codePointAt(end)) <= columns) {
      int c = text.codePointAt(end);
      begun |= c != ' ';
      blank = begun && c == ' ' ? end : blank;
      width += of(c);
      end += Character.charCount(c);
    }
    if (end < text.length() && text.charAt(end) == ' ') {
      return end;
    }
    return blank > 0 ? blank : end;
  }

  /** Fills a text with blanks up to so many columns. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
