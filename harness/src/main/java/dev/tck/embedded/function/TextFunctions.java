package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Conversion;
import dev.tck.embedded.expression.FunctionCall;
import dev.tck.embedded.expression.Numbers;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** The functions on text. Lengths of results are TDengine's. */
final class TextFunctions {
  private static final int LONGEST = 65517;
  private static final int PREFIX = 2;

  private TextFunctions() {}

  static Map<String, FunctionBinder> all() {
    Map<String, FunctionBinder> functions = new HashMap<>();
    functions.put("length", TextFunctions::length);
    functions.put("char_length", TextFunctions::charLength);
    functions.put("lower", mapping(text -> mapAscii(text, 'A', 'Z', 32)));
    functions.put("upper", mapping(text -> mapAscii(text, 'a', 'z', -32)));
    functions.put("ltrim", trimming(String::stripLeading));
    functions.put("rtrim", trimming(String::stripTrailing));
    functions.put("trim", TextFunctions::trim);
    functions.put("concat", TextFunctions::concat);
    functions.put("concat_ws", TextFunctions::concatWithSeparator);
    functions.put("substr", TextFunctions::substring);
    functions.put("substring", TextFunctions::substring);
    functions.put("substring_index", TextFunctions::substringIndex);
    functions.put("position", TextFunctions::position);
    functions.put("replace", TextFunctions::replace);
    functions.put("repeat", TextFunctions::repeat);
    functions.put("char", TextFunctions::character);
    functions.put("ascii", TextFunctions::ascii);
    functions.put("md5", TextFunctions::md5);
    functions.put("crc32", TextFunctions::crc32);
    return functions;
  }

  private static String mapAscii(String text, char from, char to, int shift) {
    StringBuilder mapped = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      mapped.append(c >= from && c <= to ? (char) (c + shift) : c);
    }
    return mapped.toString();
  }

  private static Scalar length(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(1, 1);
    DataType type = arguments.type(0);
    arguments.requireType(
        type.isString() || type.type() == TaosType.VARBINARY || arguments.isNull(0));
    return FunctionCall.of(
        "length",
        arguments.values(),
        DataType.BIGINT,
        (values, row, out) -> out.appendLong(values[0].length(row)));
  }

  private static Scalar charLength(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireType(arguments.type(0).isString() || arguments.isNull(0));
    return FunctionCall.of(
        "char_length",
        arguments.values(),
        DataType.BIGINT,
        (values, row, out) -> {
          String text = values[0].textAt(row);
          out.appendLong(text.codePointCount(0, text.length()));
        });
  }

  private static FunctionBinder mapping(UnaryOperator<String> operator) {
    return (arguments, context) -> {
      arguments.requireCount(1, 1);
      arguments.requireType(arguments.type(0).isString() && !arguments.isNull(0));
      return mapped(arguments, arguments.type(0), operator);
    };
  }

  private static Scalar mapped(Arguments arguments, DataType type, UnaryOperator<String> operator) {
    return FunctionCall.of(
        arguments.function(),
        arguments.values(),
        type,
        (values, row, out) -> out.appendText(operator.apply(values[0].textAt(row))));
  }

  // Of a literal the trimmed length counts.
  private static FunctionBinder trimming(UnaryOperator<String> operator) {
    return (arguments, context) -> {
      arguments.requireCount(1, 1);
      arguments.requireType(arguments.type(0).isString() && !arguments.isNull(0));
      DataType type = arguments.type(0);
      if (type.type() == TaosType.VARCHAR
          && arguments.get(0) instanceof dev.tck.embedded.expression.Constant constant
          && !constant.isNull()
          && constant.value().length(0) == type.length()) {
        String trimmed = operator.apply(constant.value().textAt(0));
        type = DataType.varchar(trimmed.getBytes(StandardCharsets.UTF_8).length);
      }
      return mapped(arguments, type, operator);
    };
  }

  // The parser puts the side first, then perhaps the characters to remove, then the text.
  private static Scalar trim(Arguments arguments, FunctionContext context) throws TaosException {
    String side = arguments.text(0);
    List<Scalar> operands = arguments.values().subList(1, arguments.count());
    Scalar text = operands.get(operands.size() - 1);
    arguments.requireType(operands.stream().allMatch(operand -> operand.type().isString()));
    return FunctionCall.of(
        "trim " + side,
        operands,
        trimmedType(text.type()),
        (values, row, out) -> {
          String removed = values.length == 1 ? " " : values[0].textAt(row);
          out.appendText(strip(values[values.length - 1].textAt(row), removed, side));
        });
  }

  // TDengine takes the bytes of NCHAR for characters here.
  private static DataType trimmedType(DataType type) {
    return type.type() == TaosType.NCHAR ? DataType.nchar(type.storedBytes() - 1) : type;
  }

  private static String strip(String text, String removed, String side) {
    if (removed.isEmpty()) {
      return text;
    }
    int from = 0;
    int to = text.length();
    if (!side.equals("trailing")) {
      while (text.startsWith(removed, from)) {
        from += removed.length();
      }
    }
    if (!side.equals("leading")) {
      while (to - removed.length() >= from && text.startsWith(removed, to - removed.length())) {
        to -= removed.length();
      }
    }
    return text.substring(from, to);
  }

  private static boolean allText(Arguments arguments) {
    for (int index = 0; index < arguments.count(); index++) {
      if (!arguments.type(index).isString()) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyNullLiteral(Arguments arguments) {
    for (int index = 0; index < arguments.count(); index++) {
      if (arguments.isNull(index)) {
        return true;
      }
    }
    return false;
  }

  // NCHAR if any argument is; a VARCHAR then counts four bytes for each of its own.
  private static DataType joined(Arguments arguments, int from, int separators) {
    boolean nchar = false;
    for (int index = from; index < arguments.count(); index++) {
      nchar |= arguments.type(index).type() == TaosType.NCHAR;
    }
    int bytes = 0;
    for (int index = from; index < arguments.count(); index++) {
      bytes += bytesIn(arguments.type(index), nchar);
    }
    if (separators > 0) {
      bytes += separators * bytesIn(arguments.type(0), nchar);
    }
    int content = bytes - PREFIX;
    return nchar ? DataType.nchar(content / 4) : DataType.varchar(Math.min(content, LONGEST));
  }

  private static int bytesIn(DataType type, boolean nchar) {
    return nchar && type.type() == TaosType.VARCHAR ? 4 * type.storedBytes() : type.storedBytes();
  }

  private static Scalar concat(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(2, 8);
    arguments.requireType(allText(arguments));
    DataType type = anyNullLiteral(arguments) ? DataType.varchar(-PREFIX) : joined(arguments, 0, 0);
    return FunctionCall.of(
        "concat",
        arguments.values(),
        type,
        (values, row, out) -> {
          StringBuilder text = new StringBuilder();
          for (Vector value : values) {
            text.append(value.textAt(row));
          }
          out.appendText(text.toString());
        });
  }

  private static Scalar concatWithSeparator(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(3, 9);
    arguments.requireType(allText(arguments));
    boolean nullLiteral = anyNullLiteral(arguments);
    DataType type =
        nullLiteral ? DataType.varchar(-PREFIX) : joined(arguments, 1, arguments.count() - 2);
    return FunctionCall.takingNulls(
        "concat_ws",
        arguments.values(),
        type,
        (values, row, out) -> {
          if (nullLiteral || values[0].isNull(row)) {
            out.appendNull();
            return;
          }
          List<String> parts = new ArrayList<>();
          for (int index = 1; index < values.length; index++) {
            if (!values[index].isNull(row)) {
              parts.add(values[index].textAt(row));
            }
          }
          if (parts.isEmpty()) {
            out.appendNull();
          } else {
            out.appendText(String.join(values[0].textAt(row), parts));
          }
        });
  }

  private static Scalar substring(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(2, 3);
    arguments.requireType(arguments.type(0).isString());
    for (int index = 1; index < arguments.count(); index++) {
      arguments.requireType(arguments.type(index).type().isInteger() || arguments.isNull(index));
    }
    return FunctionCall.of(
        arguments.function(),
        arguments.values(),
        arguments.type(0),
        (values, row, out) -> {
          long length = values.length == 3 ? values[2].longAt(row) : Long.MAX_VALUE;
          out.appendText(cut(values[0].textAt(row), values[1].longAt(row), length));
        });
  }

  // Counted in characters from 1 on, or from the end if negative.
  private static String cut(String text, long from, long length) {
    int[] characters = text.codePoints().toArray();
    long start = from > 0 ? from - 1 : characters.length + from;
    if (from == 0 || start < 0 || start >= characters.length || length <= 0) {
      return "";
    }
    int count = (int) Math.min(length, characters.length - start);
    return new String(characters, (int) start, count);
  }

  private static Scalar substringIndex(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(3, 3);
    arguments.requireType(
        arguments.type(0).isString()
            && arguments.type(1).isString()
            && (arguments.type(2).type().isInteger() || arguments.isNull(2)));
    return FunctionCall.of(
        "substring_index",
        arguments.values(),
        arguments.type(0),
        (values, row, out) ->
            out.appendText(
                upTo(values[0].textAt(row), values[1].textAt(row), values[2].longAt(row))));
  }

  private static String upTo(String text, String delimiter, long count) {
    if (delimiter.isEmpty() || count == 0) {
      return "";
    }
    if (count > 0) {
      int at = -delimiter.length();
      for (long found = 0; found < count; found++) {
        at = text.indexOf(delimiter, at + delimiter.length());
        if (at < 0) {
          return text;
        }
      }
      return text.substring(0, at);
    }
    int at = text.length();
    for (long found = 0; found < -count; found++) {
      at = text.lastIndexOf(delimiter, at - 1);
      if (at < 0) {
        return text;
      }
    }
    return text.substring(at + delimiter.length());
  }

  private static Scalar position(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(2, 2);
    arguments.requireType(allText(arguments));
    return FunctionCall.of(
        "position",
        arguments.values(),
        DataType.BIGINT,
        (values, row, out) -> {
          String whole = values[1].textAt(row);
          int at = whole.indexOf(values[0].textAt(row));
          out.appendLong(at < 0 ? 0 : whole.codePointCount(0, at) + 1);
        });
  }

  private static Scalar replace(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(3, 3);
    arguments.requireType(allText(arguments));
    boolean nchar = arguments.type(0).type() == TaosType.NCHAR;
    int whole = arguments.type(0).storedBytes();
    int from = arguments.type(1).storedBytes();
    int to = bytesIn(arguments.type(2), nchar);
    int bytes = Math.max(whole, whole + whole / from * (to - from));
    int content = bytes - PREFIX;
    DataType type =
        nchar ? DataType.nchar(content / 4) : DataType.varchar(Math.min(content, LONGEST));
    return FunctionCall.of(
        "replace",
        arguments.values(),
        type,
        (values, row, out) -> {
          String part = values[1].textAt(row);
          String text = values[0].textAt(row);
          out.appendText(part.isEmpty() ? text : text.replace(part, values[2].textAt(row)));
        });
  }

  private static Scalar repeat(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(2, 2);
    arguments.requireType(
        arguments.type(0).isString()
            && (arguments.type(1).type().isInteger() || arguments.isNull(1)));
    DataType input = arguments.type(0);
    long count = LONGEST;
    if (arguments.get(1) instanceof dev.tck.embedded.expression.Constant constant
        && !constant.isNull()) {
      count = Math.max(1, constant.value().longAt(0));
    }
    long content = Math.min(input.storedBytes() * count - PREFIX, LONGEST);
    DataType type =
        input.type() == TaosType.NCHAR
            ? DataType.nchar((int) content / 4)
            : DataType.varchar((int) content);
    if (arguments.isNull(0)) {
      return dev.tck.embedded.expression.Constant.ofNull(DataType.NULL);
    }
    return FunctionCall.of(
        "repeat",
        arguments.values(),
        type,
        (values, row, out) -> {
          long times = Math.max(0, values[1].longAt(row));
          if (times * values[0].length(row) > LONGEST) {
            throw ErrorCode.RESULT_TOO_LONG.with();
          }
          out.appendText(values[0].textAt(row).repeat((int) times));
        });
  }

  private static Scalar character(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, Integer.MAX_VALUE);
    for (int index = 0; index < arguments.count(); index++) {
      arguments.requireType(arguments.isNumber(index) || arguments.type(index).isString());
    }
    return FunctionCall.takingNulls(
        "char",
        arguments.values(),
        DataType.varchar(4 * arguments.count()),
        (values, row, out) -> {
          byte[] bytes = new byte[4 * values.length];
          int length = 0;
          for (Vector value : values) {
            if (!value.isNull(row)) {
              length = appendCode(bytes, length, code(value, row));
            }
          }
          out.appendBytes(bytes, 0, length);
        });
  }

  private static long code(Vector value, int row) {
    return value.type().isFloating()
        ? Numbers.toInt(value.doubleAt(row))
        : Numbers.longAt(value, row);
  }

  // The code's bytes, the highest that is not zero first.
  private static int appendCode(byte[] bytes, int from, long code) {
    int at = from;
    boolean started = false;
    for (int shift = 24; shift >= 0; shift -= 8) {
      byte part = (byte) (code >> shift);
      started |= part != 0 || shift == 0;
      if (started) {
        bytes[at++] = part;
      }
    }
    return at;
  }

  private static Scalar ascii(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireType(arguments.type(0).isString());
    return FunctionCall.of(
        "ascii",
        arguments.values(),
        DataType.fixed(TaosType.TINYINT_UNSIGNED),
        (values, row, out) -> {
          byte[] bytes = values[0].textAt(row).getBytes(StandardCharsets.UTF_8);
          out.appendLong(bytes.length == 0 ? 0 : bytes[0]);
        });
  }

  private static Scalar md5(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireType(arguments.type(0).type() == TaosType.VARCHAR && !arguments.isNull(0));
    return FunctionCall.of(
        "md5",
        arguments.values(),
        DataType.varchar(32),
        (values, row, out) -> out.appendText(md5(values[0].bytesAt(row))));
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no MD5", e);
    }
  }

  // BOOL counts as a digit, and a time as MySQL prints it.
  private static byte[] checkedBytes(Vector value, int row, FunctionContext context) {
    return switch (value.type().type()) {
      case BOOL -> new byte[] {(byte) (value.longAt(row) == 0 ? '0' : '1')};
      case TIMESTAMP ->
          new TimeFormat("yyyy-mm-dd hh24:mi:ss")
              .print(TimeSpan.local(value.longAt(row), Precision.MILLISECONDS, context.zone()), 0)
              .getBytes(StandardCharsets.UTF_8);
      default -> Conversion.bytesOf(value, row);
    };
  }

  private static Scalar crc32(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(1, 1);
    return FunctionCall.of(
        "crc32",
        arguments.values(),
        DataType.fixed(TaosType.INT_UNSIGNED),
        (values, row, out) -> {
          CRC32 checksum = new CRC32();
          checksum.update(checkedBytes(values[0], row, context));
          out.appendLong(checksum.getValue());
        });
  }
}
