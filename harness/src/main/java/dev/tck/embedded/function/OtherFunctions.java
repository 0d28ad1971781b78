package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Cast;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Conversion;
import dev.tck.embedded.expression.FloatFormat;
import dev.tck.embedded.expression.FunctionCall;
import dev.tck.embedded.expression.Numbers;
import dev.tck.embedded.expression.Ordering;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.Geometry;
import dev.tck.embedded.type.JsonTag;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.TaosType;
import dev.tck.wire.LittleEndian;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions on values of any type, on geometries and on JSON. */
final class OtherFunctions {
  private static final int NUMBER_AS_TEXT = 23;
  private static final int PREFIX = 2;
  private static final int LONGEST_NUMBER = 125;

  private OtherFunctions() {}

  static Map<String, FunctionBinder> all() {
    Map<String, FunctionBinder> functions = new HashMap<>();
    functions.put("greatest", (arguments, context) -> extreme(arguments, context, 1));
    functions.put("least", (arguments, context) -> extreme(arguments, context, -1));
    functions.put("st_makepoint", OtherFunctions::makePoint);
    functions.put("st_geomfromtext", OtherFunctions::geometryFromText);
    functions.put("st_astext", OtherFunctions::geometryAsText);
    functions.put("to_json", OtherFunctions::toJson);
    for (String relation :
        List.of(
            "st_intersects",
            "st_equals",
            "st_touches",
            "st_covers",
            "st_contains",
            "st_containsproperly")) {
      functions.put(
          relation,
          (arguments, context) -> {
            throw ErrorCode.NOT_SUPPORTED.with(relation + "()");
          });
    }
    return functions;
  }

  private static Scalar extreme(Arguments arguments, FunctionContext context, int sign)
      throws TaosException {
    arguments.requireCount(2, Integer.MAX_VALUE);
    for (int index = 0; index < arguments.count(); index++) {
      if (arguments.isNull(index)) {
        return Constant.ofNull(DataType.NULL);
      }
    }
    DataType common = arguments.type(0);
    for (Scalar value : arguments.values()) {
      common = widest(arguments, common, value.type());
    }
    Conversion conversion = new Conversion(common, context.precision(), context.zone());
    List<Scalar> values = new ArrayList<>();
    for (Scalar value : arguments.values()) {
      values.add(value.type().equals(common) ? value : converted(value, conversion));
    }
    return FunctionCall.of(
        arguments.function(),
        values,
        common,
        (vectors, row, out) -> {
          Vector best = vectors[0];
          for (Vector candidate : vectors) {
            if (sign * Ordering.compare(candidate, row, best, row) > 0) {
              best = candidate;
            }
          }
          out.append(best, row);
        });
  }

  // Numbers have six digits after the point beside text.
  private static Scalar converted(Scalar value, Conversion conversion) {
    boolean printed = conversion.target().isString() && !value.type().isString();
    return printed
        ? FunctionCall.of(
            "text of a number",
            List.of(value),
            conversion.target(),
            (vectors, row, out) -> out.appendText(printed(vectors[0], row)))
        : new Cast(value, conversion);
  }

  private static String printed(Vector value, int row) {
    if (value.type().isFloating()) {
      String text = FloatFormat.fixed(value.doubleAt(row), 6);
      return text.substring(0, Math.min(LONGEST_NUMBER, text.length()));
    }
    return value.type().type() == TaosType.BIGINT_UNSIGNED
        ? Long.toUnsignedString(value.longAt(row))
        : Long.toString(value.longAt(row));
  }

  // Numbers become text beside text.
  private static DataType widest(Arguments arguments, DataType left, DataType right)
      throws TaosException {
    if (left.type() == right.type()) {
      return left.length() >= right.length() ? left : right;
    }
    if (left.isString() || right.isString()) {
      return text(left, right);
    }
    arguments.requireType(isOrderedNumber(left) && isOrderedNumber(right));
    if (left.isFloating() || right.isFloating()) {
      return DataType.DOUBLE;
    }
    return left.storedBytes() >= right.storedBytes() ? left : right;
  }

  // NCHAR keeps its length beside a number, and becomes VARCHAR of as many bytes beside VARCHAR.
  private static DataType text(DataType left, DataType right) {
    if (left.isString() && right.isString()) {
      int bytes = Math.max(left.storedBytes(), right.storedBytes());
      return DataType.varchar(bytes - PREFIX);
    }
    DataType string = left.isString() ? left : right;
    return string.type() == TaosType.NCHAR
        ? string
        : DataType.varchar(Math.max(string.length(), NUMBER_AS_TEXT));
  }

  private static boolean isOrderedNumber(DataType type) {
    return type.isNumeric() || type.type() == TaosType.TIMESTAMP;
  }

  private static Scalar makePoint(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(2, 2);
    arguments.requireType(arguments.isNumber(0) && arguments.isNumber(1));
    return FunctionCall.of(
        "st_makepoint",
        arguments.values(),
        DataType.variable(TaosType.GEOMETRY, 6),
        (values, row, out) -> {
          byte[] point = new byte[21];
          point[0] = 1;
          LittleEndian.putInt(point, 1, 1);
          LittleEndian.putDouble(point, 5, Numbers.doubleAt(values[0], row));
          LittleEndian.putDouble(point, 13, Numbers.doubleAt(values[1], row));
          out.appendBytes(point, 0, point.length);
        });
  }

  private static Scalar geometryFromText(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, 1);
    DataType type = arguments.type(0);
    if (type.type() == TaosType.NCHAR || type.type() == TaosType.VARBINARY) {
      throw notGeometry();
    }
    arguments.requireType(type.type() == TaosType.VARCHAR);
    return FunctionCall.of(
        "st_geomfromtext",
        arguments.values(),
        DataType.variable(TaosType.GEOMETRY, arguments.type(0).length()),
        (values, row, out) -> {
          String text = values[0].textAt(row);
          byte[] bytes = Geometry.fromText(text);
          if (text.isEmpty()) {
            out.appendNull();
          } else if (bytes == null) {
            throw notGeometry();
          } else {
            out.appendBytes(bytes, 0, bytes.length);
          }
        });
  }

  private static TaosException notGeometry() {
    return new TaosException(ErrorCode.PARAMETER_VALUE.code(), "Invalid function para value");
  }

  private static Scalar geometryAsText(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, 1);
    if (arguments.isNull(0)) {
      return Constant.ofNull(DataType.NULL);
    }
    arguments.requireType(arguments.type(0).type() == TaosType.GEOMETRY);
    return FunctionCall.of(
        "st_astext",
        arguments.values(),
        DataType.varchar(arguments.type(0).length()),
        (values, row, out) -> out.appendText(Geometry.toText(values[0].bytesAt(row))));
  }

  private static Scalar toJson(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireType(
        arguments.get(0) instanceof Constant
            && arguments.type(0).isString()
            && !arguments.isNull(0));
    return FunctionCall.of(
        "to_json",
        arguments.values(),
        DataType.JSON,
        (values, row, out) -> {
          try {
            String json = JsonTag.normalise(values[0].textAt(row));
            if (json == null) {
              out.appendNull();
            } else {
              out.appendText(json);
            }
          } catch (JsonTag.InvalidJsonException e) {
            out.appendText("null");
          }
        });
  }
}
