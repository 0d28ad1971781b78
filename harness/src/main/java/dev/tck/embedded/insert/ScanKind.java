package dev.tck.embedded.insert;

/** Names the kinds of tokens that INSERT tells apart. */
enum ScanKind {
  /** Nothing: the end of the text, a semicolon, or what is no token. */
  NONE,
  IDENTIFIER,
  KEYWORD,
  VALUES,
  FILE,
  USING,
  TAGS,
  INTO,
  INSERT,
  TTL,
  COMMENT,
  NULL,
  NOW,
  TODAY,
  BOOL,
  INTEGER,
  FLOAT,
  HEX,
  BINARY,
  DURATION,
  STRING,
  QUESTION_MARK,
  LEFT,
  RIGHT,
  COMMA,
  PLUS,
  MINUS,
  OTHER;

  /** Returns whether a token of this kind may be a value. */
  boolean isValue() {
    return switch (this) {
      case NULL, NOW, TODAY, BOOL, INTEGER, FLOAT, HEX, BINARY, DURATION, STRING -> true;
      case NONE,
          IDENTIFIER,
          KEYWORD,
          VALUES,
          FILE,
          USING,
          TAGS,
          INTO,
          INSERT,
          TTL,
          COMMENT,
          QUESTION_MARK,
          LEFT,
          RIGHT,
          COMMA,
          PLUS,
          MINUS,
          OTHER ->
          false;
    };
  }

  /** Returns whether a token of this kind is a number that may have a sign. */
  boolean isNumber() {
    return this == INTEGER || this == FLOAT || this == HEX || this == BINARY;
  }
}
