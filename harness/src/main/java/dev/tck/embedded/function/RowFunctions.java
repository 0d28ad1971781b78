package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows the functions that make any number of rows of the rows of a group. */
public final class RowFunctions {
  private static final Set<String> CHOOSING = Set.of("top", "bottom", "unique", "tail", "sample");
  private static final Set<String> NAMES =
      Set.of(
          "top",
          "bottom",
          "unique",
          "tail",
          "sample",
          "histogram",
          "diff",
          "derivative",
          "csum",
          "mavg",
          "statecount",
          "stateduration");
  private static final Set<String> STATE_OPERATORS = Set.of("LT", "GT", "LE", "GE", "NE", "EQ");
  private static final int MOST_EXTREMES = 100;
  private static final int MOST_SAMPLES = 1000;

  private RowFunctions() {}

  /** Returns whether a function is one of these. */
  public static boolean contains(String function) {
    return NAMES.contains(function);
  }

  /**
   * Returns a bound call.
   *
   * @throws TaosException if the function cannot have these arguments
   */
  public static RowCall bind(Arguments arguments, Precision precision) throws TaosException {
    return switch (arguments.function()) {
      case "top", "bottom" -> extremes(arguments);
      case "unique" -> unique(arguments);
      case "tail" -> tail(arguments);
      case "sample" -> sample(arguments);
      case "histogram" -> histogram(arguments);
      case "diff" -> difference(arguments);
      case "derivative" -> derivative(arguments, precision);
      case "csum" -> runningSum(arguments);
      case "mavg" -> movingAverage(arguments);
      case "statecount" -> state(arguments, precision, 3);
      default -> state(arguments, precision, 4);
    };
  }

  private static RowCall call(Arguments arguments, DataType type, Constant... parameters) {
    return new RowCall(arguments.function(), arguments.get(0), List.of(parameters), type);
  }

  private static Constant number(long value) {
    return new Constant(Vector.ofLong(DataType.BIGINT, value));
  }

  private static void requireBetween(Arguments arguments, int index, long least, long most)
      throws TaosException {
    long value = arguments.integer(index);
    arguments.requireRange(value >= least && value <= most);
  }

  private static RowCall extremes(Arguments arguments) throws TaosException {
    arguments.requireCount(2, 2);
    arguments.requireType(arguments.isNumber(0));
    requireBetween(arguments, 1, 1, MOST_EXTREMES);
    return call(arguments, arguments.type(0), arguments.constant(1));
  }

  private static RowCall unique(Arguments arguments) throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireColumn(0);
    return call(arguments, arguments.type(0));
  }

  private static RowCall tail(Arguments arguments) throws TaosException {
    arguments.requireCount(2, 3);
    requireBetween(arguments, 1, 1, MOST_EXTREMES);
    if (arguments.count() == 3) {
      requireBetween(arguments, 2, 0, MOST_EXTREMES);
    }
    Constant offset = arguments.count() == 3 ? arguments.constant(2) : number(0);
    return call(arguments, arguments.type(0), arguments.constant(1), offset);
  }

  private static RowCall sample(Arguments arguments) throws TaosException {
    arguments.requireCount(2, 2);
    requireBetween(arguments, 1, 1, MOST_SAMPLES);
    return call(arguments, arguments.type(0), arguments.constant(1));
  }

  private static RowCall histogram(Arguments arguments) throws TaosException {
    arguments.requireCount(4, 4);
    arguments.requireType(arguments.isNumber(0));
    String kind = arguments.text(1);
    arguments.requireValue(Bins.isKind(kind));
    String bins = arguments.text(2);
    long normalised = arguments.integer(3);
    arguments.requireValue(normalised == 0 || normalised == 1);
    Bins.parse(kind, bins);
    return call(
        arguments, Bins.TEXT, arguments.constant(1), arguments.constant(2), arguments.constant(3));
  }

  private static RowCall difference(Arguments arguments) throws TaosException {
    arguments.requireCount(1, 2);
    DataType input = arguments.type(0);
    arguments.requireType(
        arguments.isNumber(0)
            || input.type() == TaosType.TIMESTAMP
            || input.type() == TaosType.BOOL);
    arguments.requireType(!arguments.isNull(0));
    if (arguments.count() == 2) {
      long option = arguments.integer(1);
      arguments.requireValue(option >= 0 && option <= 3);
    }
    Constant option = arguments.count() == 2 ? arguments.constant(1) : number(0);
    return call(arguments, input.isFloating() ? DataType.DOUBLE : DataType.BIGINT, option);
  }

  private static RowCall derivative(Arguments arguments, Precision precision) throws TaosException {
    arguments.requireCount(3, 3);
    arguments.requireType(arguments.isNumber(0));
    long unit =
        arguments.get(1) instanceof dev.tck.embedded.expression.Span span
            ? span.span().in(precision)
            : arguments.integer(1);
    arguments.requireRange(unit >= 1);
    long option = arguments.integer(2);
    arguments.requireValue(option == 0 || option == 1);
    return call(arguments, DataType.DOUBLE, number(unit), arguments.constant(2));
  }

  private static RowCall runningSum(Arguments arguments) throws TaosException {
    arguments.requireCount(1, 1);
    arguments.requireType(arguments.isNumber(0) && !arguments.isNull(0));
    DataType input = arguments.type(0);
    DataType whole = input.type().isUnsignedInteger() ? DataType.BIGINT_UNSIGNED : DataType.BIGINT;
    return call(arguments, input.isFloating() ? DataType.DOUBLE : whole);
  }

  private static RowCall movingAverage(Arguments arguments) throws TaosException {
    arguments.requireCount(2, 2);
    arguments.requireType(arguments.isNumber(0));
    requireBetween(arguments, 1, 1, MOST_SAMPLES);
    return call(arguments, DataType.DOUBLE, arguments.constant(1));
  }

  private static RowCall state(Arguments arguments, Precision precision, int most)
      throws TaosException {
    arguments.requireCount(3, most);
    arguments.requireType(arguments.isNumber(0));
    String operator = arguments.text(1).toUpperCase(Locale.ROOT);
    arguments.requireValue(STATE_OPERATORS.contains(operator));
    arguments.number(2);
    List<Constant> parameters = new ArrayList<>();
    parameters.add(Literal.text(operator));
    parameters.add(arguments.constant(2));
    long unit = 1;
    if (arguments.count() == 4) {
      TimeSpan span = arguments.span(3);
      if (span.count() != 1) {
        throw ErrorCode.TIME_UNIT_INVALID.with(arguments.function());
      }
      if (span.isFinerThan(precision)) {
        throw new TaosException(
            ErrorCode.TIME_UNIT_TOO_SMALL.code(),
            "Time unit is too small : " + arguments.function());
      }
      unit = span.in(precision);
    }
    parameters.add(number(unit));
    return new RowCall(
        arguments.function(), arguments.get(0), List.copyOf(parameters), DataType.BIGINT);
  }

  /** Makes constants of texts. */
  private static final class Literal {
    private Literal() {}

    static Constant text(String text) {
      return new Constant(Vector.ofText(DataType.varchar(text.length()), text));
    }
  }

  /** Returns whether the rows that a function makes are rows of its input. */
  public static boolean choosesRows(String function) {
    return CHOOSING.contains(function);
  }

  /**
   * Creates the function.
   *
   * @param column is the position of the argument in the batches
   * @param timeColumn is the position of the primary timestamp, -1 if there is none
   * @param seed makes SAMPLE choose
   */
  public static RowFunction create(RowCall call, int column, int timeColumn, long seed) {
    return switch (call.function()) {
      case "top" -> new Extremes(column, (int) whole(call, 0), true);
      case "bottom" -> new Extremes(column, (int) whole(call, 0), false);
      case "unique" -> new DistinctRows(column);
      case "tail" -> new LastRows(column, (int) whole(call, 0), (int) whole(call, 1));
      case "sample" -> new SampledRows(column, (int) whole(call, 0), seed);
      case "histogram" -> new Histogram(call, column);
      case "diff" -> new Differences(call, column, timeColumn);
      case "derivative" -> new Derivatives(call, column, timeColumn);
      case "csum" -> new RunningSums(column, timeColumn, call.type());
      case "mavg" -> new MovingAverages(column, timeColumn, (int) whole(call, 0));
      default -> new States(call, column, timeColumn);
    };
  }

  private static long whole(RowCall call, int index) {
    return call.parameters().get(index).value().longAt(0);
  }
}
