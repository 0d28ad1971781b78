package dev.tck.reporting.html;

import java.util.ArrayDeque;
import java.util.Deque;

/** Builds HTML in which no text can be taken for markup. */
final class Html {
  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Returns a text as the content of an element or an attribute in double quotes; a character that
   * HTML cannot hold, or that turns the text around it, becomes its name.
   */
  static String escape(String raw) {
    StringBuilder escaped = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> {
        if (isText(c)) {
          escaped.appendCodePoint(c);
        } else {
          escaped.append("⟨U+%04X⟩".formatted(c));
        }
      }
    }
  }

  /** Tells whether HTML may hold the character, and a reader see that it is there. */
  private static boolean isText(int c) {
    boolean turnsText = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
    boolean nobody = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !nobody && !turnsText && Character.getType(c) != Character.SURROGATE;
  }

  /** Begins an element; names and values of attributes alternate. */
  Html begin(String tag, String... attributes) {
    tag(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Adds an element that has no content and no end. */
  Html tag(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]);
      html.append("=\"").append(escape(attributes[i + 1])).append('"');
    }
    html.append('>');
    return this;
  }

  /** Ends the innermost element. */
  Html end() {
    html.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends the innermost element and the line. */
  Html endLine() {
    end();
    html.append('\n');
    return this;
  }

  Html text(String plain) {
    html.append(escape(plain));
    return this;
  }

  /** Adds an element with nothing but text. */
  Html element(String tag, String plain, String... attributes) {
    return begin(tag, attributes).text(plain).end();
  }

  /** Adds what is HTML already, and ours. */
  Html raw(String trusted) {
    html.append(trusted);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return html.toString();
  }
}
