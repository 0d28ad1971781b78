package dev.tck.reference;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tck.values.Precision;
import dev.tck.wire.ColumnBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Turns the JSON cells of a REST answer into the values of a block (protocol notes, {@code rest.md}
 * §5).
 */
final class RestCells {
  private static final int SHORTEST_TIMESTAMP = "1970-01-01T00:00:00Z".length();

  private final boolean two;
  private Precision precision = Precision.MILLISECONDS;

  /**
   * Creates a reader of cells.
   *
   * @param two says that 2.x wrote them: BOOL as 0 and 1, offsets without colon, fractions without
   *     the zeros at their end
   */
  RestCells(boolean two) {
    this.two = two;
  }

  /** Returns whether 2.x wrote them. */
  boolean areOfTwo() {
    return two;
  }

  /** Returns the precision that the last timestamp was written with. */
  Precision precision() {
    return precision;
  }

  /**
   * Appends the cell at the parser's current token.
   *
   * @throws TaosError if the cell is not what the column's type prints
   */
  void append(JsonParser parser, ColumnInfo column, ColumnBuffer buffer)
      throws IOException, TaosError {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      buffer.appendNull();
      return;
    }
    try {
      appendValue(parser, column, buffer);
    } catch (JsonEOFException e) {
      throw e;
    } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException e) {
      throw TaosError.driver(
          "column " + column.name() + " of type " + column.type().sqlName() + ": " + e.getMessage(),
          e);
    }
  }

  private void appendValue(JsonParser parser, ColumnInfo column, ColumnBuffer buffer)
      throws IOException {
    switch (column.type()) {
      case BOOL ->
          buffer.appendBool(
              (two && parser.currentToken() == JsonToken.VALUE_NUMBER_INT)
                  ? integer(parser, 0, 1) == 1
                  : parser.getBooleanValue());
      case TINYINT -> buffer.appendInteger(integer(parser, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case SMALLINT -> buffer.appendInteger(integer(parser, Short.MIN_VALUE, Short.MAX_VALUE));
      case INT -> buffer.appendInteger(integer(parser, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case BIGINT -> buffer.appendInteger(integer(parser, Long.MIN_VALUE, Long.MAX_VALUE));
      case TINYINT_UNSIGNED -> buffer.appendInteger(integer(parser, 0, 0xFF));
      case SMALLINT_UNSIGNED -> buffer.appendInteger(integer(parser, 0, 0xFFFF));
      case INT_UNSIGNED -> buffer.appendInteger(integer(parser, 0, 0xFFFF_FFFFL));
      case BIGINT_UNSIGNED -> buffer.appendInteger(unsigned(parser));
      case FLOAT -> buffer.appendFloat(negativeZero(parser) ? -0.0f : parser.getFloatValue());
      case DOUBLE -> buffer.appendDouble(negativeZero(parser) ? -0.0 : parser.getDoubleValue());
      case TIMESTAMP -> {
        requireText(parser);
        buffer.appendInteger(
            timestamp(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength()));
      }
      case VARCHAR, NCHAR -> buffer.appendText(requireText(parser));
      case VARBINARY, GEOMETRY, BLOB -> appendHex(requireText(parser), buffer);
      case JSON -> appendJson(parser, buffer);
      case DECIMAL64 ->
          buffer.appendInteger(unscaled(requireText(parser), column).longValueExact());
      case DECIMAL -> {
        BigInteger unscaled = unscaled(requireText(parser), column);
        buffer.appendDecimal(unscaled.longValue(), unscaled.shiftRight(64).longValueExact());
      }
      case NULL -> throw new IllegalArgumentException("only null is possible here");
    }
  }

  private static String requireText(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException("no text: " + parser.currentToken());
    }
    return parser.getText();
  }

  // Jackson would take 1.5 for 1, and the block would keep the low bits of what is too large.
  private static long integer(JsonParser parser, long least, long greatest) throws IOException {
    requireInteger(parser);
    long value = parser.getLongValue();
    if (value < least || value > greatest) {
      throw new IllegalArgumentException("out of range: " + value);
    }
    return value;
  }

  private static long unsigned(JsonParser parser) throws IOException {
    requireInteger(parser);
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? Long.parseUnsignedLong(parser.getText())
        : integer(parser, 0, Long.MAX_VALUE);
  }

  private static void requireInteger(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw new IllegalArgumentException("no integer: " + parser.currentToken());
    }
  }

  // JSON's -0 is an integer token, and integers have no negative zero.
  private static boolean negativeZero(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getTextLength() == 2
        && parser.getTextCharacters()[parser.getTextOffset()] == '-'
        && parser.getTextCharacters()[parser.getTextOffset() + 1] == '0';
  }

  private static BigInteger unscaled(String text, ColumnInfo column) {
    BigDecimal decimal = new BigDecimal(text);
    if (decimal.scale() != column.scale() || decimal.precision() > column.precision()) {
      throw new IllegalArgumentException(
          "no DECIMAL(" + column.precision() + "," + column.scale() + "): " + text);
    }
    return decimal.unscaledValue();
  }

  private static void appendHex(String text, ColumnBuffer buffer) {
    byte[] bytes = HexFormat.of().parseHex(text);
    buffer.appendBytes(bytes, 0, bytes.length);
  }

  private static void appendJson(JsonParser parser, ColumnBuffer buffer) throws IOException {
    StringWriter text = new StringWriter();
    try (com.fasterxml.jackson.core.JsonGenerator generator =
        new com.fasterxml.jackson.core.JsonFactory().createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    buffer.appendBytes(bytes, 0, bytes.length);
  }

  // yyyy-MM-ddTHH:mm:ss[.fraction](Z|±hh:mm), read without making a String.
  private long timestamp(char[] text, int start, int length) {
    require(length >= SHORTEST_TIMESTAMP, text, start, length);
    int end = start + length;
    int position = start;
    boolean negativeYear = text[position] == '-';
    if (negativeYear) {
      position++;
    }
    int yearEnd = position;
    while (yearEnd < end && text[yearEnd] != '-') {
      yearEnd++;
    }
    long year = number(text, position, yearEnd) * (negativeYear ? -1 : 1);
    require(end >= yearEnd + 15, text, start, length);
    long days =
        epochDay(
            year,
            (int) number(text, yearEnd + 1, yearEnd + 3),
            (int) number(text, yearEnd + 4, yearEnd + 6));
    long seconds =
        days * 86_400
            + number(text, yearEnd + 7, yearEnd + 9) * 3_600
            + number(text, yearEnd + 10, yearEnd + 12) * 60
            + number(text, yearEnd + 13, yearEnd + 15);
    position = yearEnd + 15;
    long fraction = 0;
    int digits = 0;
    if (position < end && text[position] == '.') {
      int fractionEnd = position + 1;
      while (fractionEnd < end && text[fractionEnd] >= '0' && text[fractionEnd] <= '9') {
        fractionEnd++;
      }
      digits = fractionEnd - position - 1;
      fraction = number(text, position + 1, fractionEnd);
      position = fractionEnd;
    }
    while (two && digits % 3 != 0) {
      fraction *= 10;
      digits++;
    }
    precision = precisionOf(digits);
    return (seconds - offset(text, position, end)) * precision.unitsPerSecond() + fraction;
  }

  private static Precision precisionOf(int digits) {
    return switch (digits) {
      case 0, 3 -> Precision.MILLISECONDS;
      case 6 -> Precision.MICROSECONDS;
      case 9 -> Precision.NANOSECONDS;
      default -> throw new IllegalArgumentException("a fraction of " + digits + " digits");
    };
  }

  private long offset(char[] text, int position, int end) {
    if (position < end && text[position] == 'Z') {
      return 0;
    }
    require(end - position == (two ? 5 : 6), text, position, end - position);
    long offset =
        number(text, position + 1, position + 3) * 3_600 + number(text, end - 2, end) * 60;
    return text[position] == '-' ? -offset : offset;
  }

  private static long number(char[] text, int from, int to) {
    long number = 0;
    for (int index = from; index < to; index++) {
      int digit = text[index] - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("no timestamp: " + new String(text, from, to - from));
      }
      number = number * 10 + digit;
    }
    return number;
  }

  // Days since 1970-01-01 in the proleptic Gregorian calendar, counted from a year that begins in
  // March.
  private static long epochDay(long year, int month, int day) {
    long shifted = month > 2 ? year : year - 1;
    long era = Math.floorDiv(shifted, 400);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  private static void require(boolean holds, char[] text, int start, int length) {
    if (!holds) {
      throw new IllegalArgumentException("no timestamp: " + new String(text, start, length));
    }
  }
}
