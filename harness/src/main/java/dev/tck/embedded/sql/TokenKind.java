package dev.tck.embedded.sql;

/** Names the kinds of tokens. */
enum TokenKind {
  /** A name, with or without back-quotes. */
  IDENTIFIER,
  /** A reserved word. */
  KEYWORD,
  /** A word with letters outside ASCII, which may be an alias only. */
  ALIAS,
  INTEGER,
  FLOAT,
  HEX,
  BINARY,
  /** Digits and a unit of time. */
  DURATION,
  STRING,
  BOOL,
  IP_ADDRESS,
  QUESTION_MARK,
  HINT,
  /** An operator or punctuation mark. */
  SYMBOL,
  /** A semicolon. */
  SEMICOLON,
  /** The end of the text. */
  END
}
