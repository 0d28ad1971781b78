package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.SqlStrings;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code [database.]table} from one token of INSERT. */
record QualifiedName(String database, String table) {
  private static final int LONGEST_TABLE = 192;

  static QualifiedName parse(String token, Optional<String> current) throws TaosException {
    int point = pointOutsideQuotes(token);
    String table = unquote(token.substring(point + 1));
    if (table.length() > LONGEST_TABLE) {
      throw ErrorCode.INVALID_OPERATION.with("name too long");
    }
    if (point >= 0) {
      return new QualifiedName(unquote(token.substring(0, point)), table);
    }
    if (current.isEmpty()) {
      throw ErrorCode.INVALID_OPERATION.with("db is not specified");
    }
    return new QualifiedName(current.get(), table);
  }

  private static int pointOutsideQuotes(String token) {
    char quote = 0;
    for (int index = 0; index < token.length(); index++) {
      char c = token.charAt(index);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '`' || c == '\'' || c == '"') {
        quote = c;
      } else if (c == '.') {
        return index;
      }
    }
    return -1;
  }

  /** Returns a name without quotes; one without quotes in lower case. */
  static String unquote(String name) {
    if (name.isEmpty()) {
      return name;
    }
    return switch (name.charAt(0)) {
      case '`' -> name.substring(1, name.length() - 1).replace("``", "`");
      case '\'', '"' -> SqlStrings.unquote(name);
      default -> name.toLowerCase(Locale.ROOT);
    };
  }
}
