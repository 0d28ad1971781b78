package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.FunctionCall;
import dev.tck.embedded.expression.Numbers;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The functions on numbers. */
final class MathFunctions {
  private MathFunctions() {}

  static Map<String, FunctionBinder> all() {
    Map<String, FunctionBinder> functions = new HashMap<>();
    functions.put("sqrt", real(Math::sqrt));
    functions.put("sin", real(Math::sin));
    functions.put("cos", real(Math::cos));
    functions.put("tan", real(Math::tan));
    functions.put("asin", real(Math::asin));
    functions.put("acos", real(Math::acos));
    functions.put("atan", real(Math::atan));
    functions.put("exp", real(Math::exp));
    functions.put("ln", real(value -> value <= 0 ? Double.NaN : Math.log(value)));
    functions.put("degrees", real(value -> value * (1 / Math.PI) * 180.0));
    functions.put("radians", real(value -> value / 180.0 * Math.PI));
    functions.put("pow", realOfTwo(Math::pow));
    functions.put("mod", realOfTwo((a, b) -> b == 0 ? Double.NaN : a % b));
    functions.put("log", MathFunctions::logarithm);
    functions.put("pi", MathFunctions::pi);
    functions.put("abs", MathFunctions::absolute);
    functions.put("sign", MathFunctions::sign);
    functions.put("ceil", rounding(RoundingMode.CEILING));
    functions.put("floor", rounding(RoundingMode.FLOOR));
    functions.put("round", decimals(RoundingMode.HALF_UP, 1));
    functions.put("truncate", decimals(RoundingMode.DOWN, 2));
    functions.put("trunc", decimals(RoundingMode.DOWN, 2));
    functions.put("rand", MathFunctions::random);
    return functions;
  }

  private static FunctionBinder real(DoubleUnaryOperator operator) {
    return (arguments, context) -> {
      arguments.requireCount(1, 1);
      arguments.requireType(arguments.isNumber(0));
      return FunctionCall.of(
          arguments.function(),
          arguments.values(),
          DataType.DOUBLE,
          (values, row, out) ->
              Summing.appendFinite(out, operator.applyAsDouble(Numbers.doubleAt(values[0], row))));
    };
  }

  private static FunctionBinder realOfTwo(DoubleBinaryOperator operator) {
    return (arguments, context) -> {
      arguments.requireCount(2, 2);
      arguments.requireType(arguments.isNumber(0) && arguments.isNumber(1));
      return ofTwo(arguments, operator);
    };
  }

  private static Scalar ofTwo(Arguments arguments, DoubleBinaryOperator operator) {
    return FunctionCall.of(
        arguments.function(),
        arguments.values(),
        DataType.DOUBLE,
        (values, row, out) ->
            Summing.appendFinite(
                out,
                operator.applyAsDouble(
                    Numbers.doubleAt(values[0], row), Numbers.doubleAt(values[1], row))));
  }

  private static Scalar logarithm(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, 2);
    arguments.requireType(arguments.isNumber(0));
    if (arguments.count() == 2) {
      arguments.requireType(arguments.isNumber(1));
      return ofTwo(arguments, (value, base) -> logarithm(value) / logarithm(base));
    }
    return FunctionCall.of(
        "log",
        arguments.values(),
        DataType.DOUBLE,
        (values, row, out) ->
            Summing.appendFinite(out, logarithm(Numbers.doubleAt(values[0], row))));
  }

  private static double logarithm(double value) {
    return value <= 0 ? Double.NaN : Math.log(value);
  }

  private static Scalar pi(Arguments arguments, FunctionContext context) {
    return FunctionCall.of(
        "pi", List.of(), DataType.DOUBLE, (values, row, out) -> out.appendDouble(Math.PI));
  }

  private static DataType sameType(Arguments arguments) {
    return arguments.isNull(0) ? DataType.BIGINT : arguments.type(0);
  }

  private static Scalar absolute(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireType(arguments.isNumber(0));
    DataType type = sameType(arguments);
    return FunctionCall.of(
        "abs",
        arguments.values(),
        type,
        (values, row, out) -> {
          if (type.isFloating()) {
            out.appendDouble(Math.abs(values[0].doubleAt(row)));
          } else if (type.type().isUnsignedInteger()) {
            out.appendLong(values[0].longAt(row));
          } else {
            out.appendLong(Math.abs(values[0].longAt(row)));
          }
        });
  }

  private static Scalar sign(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireType(arguments.isNumber(0));
    DataType type = sameType(arguments);
    return FunctionCall.of(
        "sign",
        arguments.values(),
        type,
        (values, row, out) ->
            appendNumber(out, type, Math.signum(Numbers.doubleAt(values[0], row))));
  }

  private static void appendNumber(VectorBuilder out, DataType type, double value) {
    if (type.isFloating()) {
      out.appendDouble(value);
    } else {
      out.appendLong((long) value);
    }
  }

  private static FunctionBinder rounding(RoundingMode mode) {
    return (arguments, context) -> {
      arguments.requireCount(1, 1);
      arguments.requireType(arguments.isNumber(0));
      return rounded(arguments, mode);
    };
  }

  private static FunctionBinder decimals(RoundingMode mode, int least) {
    return (arguments, context) -> {
      arguments.requireCount(least, 2);
      arguments.requireType(arguments.isNumber(0));
      if (arguments.count() == 2) {
        arguments.requireType(arguments.type(1).type().isInteger() || arguments.isNull(1));
        if (least == 2 && arguments.isNull(0) && arguments.isNull(1)) {
          return Constant.ofNull(DataType.NULL);
        }
      }
      return rounded(arguments, mode);
    };
  }

  private static Scalar rounded(Arguments arguments, RoundingMode mode) {
    DataType type = sameType(arguments);
    return FunctionCall.of(
        arguments.function(),
        arguments.values(),
        type,
        (values, row, out) -> {
          int digits = values.length == 1 ? 0 : (int) values[1].longAt(row);
          if (type.isFloating()) {
            double rounded = round(values[0].doubleAt(row), digits, mode);
            // There is no negative zero.
            out.appendDouble(rounded == 0 ? 0 : rounded);
          } else {
            out.appendLong(round(values[0], row, digits, mode));
          }
        });
  }

  private static double round(double value, int digits, RoundingMode mode) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    if (digits == 0) {
      return whole(value, mode);
    }
    return scaled(value, digits, mode);
  }

  // In binary, as TDengine does: 1.005 has no half to be rounded up.
  private static double scaled(double value, int digits, RoundingMode mode) {
    double scale = Math.pow(10, digits);
    double number = value * scale;
    return digits > 0 && Math.abs(number) > Double.MAX_VALUE ? value : whole(number, mode) / scale;
  }

  private static double whole(double value, RoundingMode mode) {
    return switch (mode) {
      case CEILING -> Math.ceil(value);
      case FLOOR -> Math.floor(value);
      case DOWN -> value < 0 ? Math.ceil(value) : Math.floor(value);
      default -> {
        double below = Math.floor(Math.abs(value));
        yield Math.copySign(Math.abs(value) - below >= 0.5 ? below + 1 : below, value);
      }
    };
  }

  private static long round(Vector values, int row, int digits, RoundingMode mode) {
    long value = values.longAt(row);
    return digits >= 0 ? value : BigDecimal.valueOf(value).setScale(digits, mode).longValue();
  }

  // Each call of rand() is a number of its own; with a seed the numbers repeat.
  private static Scalar random(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(0, 1);
    Random random = new Random();
    if (arguments.count() == 1) {
      arguments.requireType(arguments.type(0).type().isInteger() || arguments.isNull(0));
    }
    return FunctionCall.varying(
        "rand",
        arguments.values(),
        DataType.DOUBLE,
        (values, row, out) -> {
          if (values.length == 1 && !values[0].isNull(row)) {
            out.appendDouble(new Random(values[0].longAt(row)).nextDouble());
          } else {
            out.appendDouble(random.nextDouble());
          }
        });
  }
}
