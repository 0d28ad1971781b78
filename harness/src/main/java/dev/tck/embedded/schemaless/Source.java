package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import java.nio.charset.StandardCharsets;

/** Holds the whole text and one line of it that is read; makes messages that quote the rest. */
final class Source {
  private static final int LONGEST_MESSAGE = 511;
  private static final char NONE = 0;

  private final String text;
  private final int end;
  int position;

  /** Begins to read a line, which ends before a position. */
  Source(String text, int start, int end) {
    this.text = text;
    this.position = start;
    this.end = end;
  }

  /** Returns UTF-8 that is held as one character a byte as a proper text. */
  static String decoded(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  boolean isAtEnd() {
    return position >= end;
  }

  /** Returns the character at a place, and something that is no character of a line outside. */
  char at(int index) {
    return index >= 0 && index < end ? text.charAt(index) : NONE;
  }

  char current() {
    return at(position);
  }

  String between(int from, int to) {
    return text.substring(from, Math.min(to, end));
  }

  void skipBlanks() {
    while (!isAtEnd() && current() == ' ') {
      position++;
    }
  }

  /** Returns an error that quotes the text from a place on, as TDengine does. */
  TaosException error(ErrorCode code, String message, int from) {
    return quoting(code, message, text, from);
  }

  /** Returns an error that quotes a text from a place on, cut to what TDengine's buffer holds. */
  static TaosException quoting(ErrorCode code, String message, String text, int from) {
    String whole = message + ":" + text.substring(Math.min(from, text.length()));
    return code.with(decoded(whole.substring(0, Math.min(whole.length(), LONGEST_MESSAGE))));
  }
}
