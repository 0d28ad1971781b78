package dev.tck.embedded.engine;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;

/** Says how much of a text is the statement, and how long it may be. */
final class SqlLimits {
  private static final int LONGEST_SQL = 1024 * 1024;
  private static final int MOST_BYTES_OF_CHARACTER = 3;

  private SqlLimits() {}

  /**
   * Returns the statement: what stands before a NUL character, as in C.
   *
   * @throws TaosException if it has more than 1 MiB of UTF-8 without the blanks at its end (537)
   */
  static String statement(String text) throws TaosException {
    int end = text.indexOf('\0');
    String sql = end < 0 ? text : text.substring(0, end);
    if (sql.length() > LONGEST_SQL / MOST_BYTES_OF_CHARACTER && bytes(sql) > LONGEST_SQL) {
      throw ErrorCode.SQL_TOO_LONG.with();
    }
    return sql;
  }

  private static long bytes(String sql) {
    int end = sql.length();
    while (end > 0 && sql.charAt(end - 1) <= ' ') {
      end--;
    }
    long bytes = 0;
    for (int index = 0; index < end; index++) {
      char c = sql.charAt(index);
      // Two surrogates make four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
