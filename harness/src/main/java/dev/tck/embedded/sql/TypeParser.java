package dev.tck.embedded.sql;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.values.TaosType;
import java.util.Map;

/** Parses type names. */
final class TypeParser {
  private static final int MOST_DECIMAL_DIGITS = 38;

  private static final Map<String, TaosType> FIXED =
      Map.of(
          "bool", TaosType.BOOL,
          "tinyint", TaosType.TINYINT,
          "smallint", TaosType.SMALLINT,
          "int", TaosType.INT,
          "integer", TaosType.INT,
          "bigint", TaosType.BIGINT,
          "float", TaosType.FLOAT,
          "double", TaosType.DOUBLE,
          "timestamp", TaosType.TIMESTAMP);

  private static final Map<String, TaosType> UNSIGNED =
      Map.of(
          "tinyint", TaosType.TINYINT_UNSIGNED,
          "smallint", TaosType.SMALLINT_UNSIGNED,
          "int", TaosType.INT_UNSIGNED,
          "bigint", TaosType.BIGINT_UNSIGNED);

  private static final Map<String, TaosType> VARIABLE =
      Map.of(
          "binary", TaosType.VARCHAR,
          "varchar", TaosType.VARCHAR,
          "nchar", TaosType.NCHAR,
          "varbinary", TaosType.VARBINARY,
          "geometry", TaosType.GEOMETRY);

  private final ParserInput input;

  TypeParser(ParserInput input) {
    this.input = input;
  }

  /** Parses a type of a column or tag. */
  DataType parse() throws TaosException {
    return parse(false);
  }

  /** Parses a type of CAST, which may leave out the length: the length is 0 then. */
  DataType parseForCast() throws TaosException {
    return parse(true);
  }

  private DataType parse(boolean lengthOptional) throws TaosException {
    Token token = input.peek();
    if (token.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    String word = token.text();
    TaosType fixed = FIXED.get(word);
    if (fixed != null) {
      input.take();
      TaosType unsigned = UNSIGNED.get(word);
      boolean isUnsigned = unsigned != null && input.acceptKeyword("unsigned");
      return DataType.fixed(isUnsigned && unsigned != null ? unsigned : fixed);
    }
    TaosType variable = VARIABLE.get(word);
    if (variable != null) {
      input.take();
      boolean bare = lengthOptional && !word.equals("geometry") && !input.isSymbol("(");
      return DataType.variable(variable, bare ? 0 : length());
    }
    return switch (word) {
      case "json" -> {
        input.take();
        yield DataType.JSON;
      }
      case "decimal" -> decimal();
      default -> throw input.unexpected();
    };
  }

  private int length() throws TaosException {
    input.expectSymbol("(");
    long length = input.expectInteger();
    input.expectSymbol(")");
    return (int) Math.min(length, Integer.MAX_VALUE / 8);
  }

  private DataType decimal() throws TaosException {
    input.take();
    input.expectSymbol("(");
    long precision = input.expectInteger();
    long scale = input.acceptSymbol(",") ? input.expectInteger() : 0;
    input.expectSymbol(")");
    if (precision < 1 || precision > MOST_DECIMAL_DIGITS || scale > precision) {
      throw new TaosException(
          ErrorCode.INVALID_COLUMN.code(),
          "Invalid column type DECIMAL(%d,%d) , invalid precision or scale"
              .formatted(precision, scale));
    }
    return DataType.decimal((int) precision, (int) scale);
  }
}
