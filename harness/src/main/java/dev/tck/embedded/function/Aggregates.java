package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.expression.Span;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows the aggregates: functions that make one value of many rows. */
public final class Aggregates {
  private static final Set<String> NAMES =
      Set.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "first",
          "last",
          "last_row",
          "stddev",
          "stddev_pop",
          "var_pop",
          "spread",
          "mode",
          "hyperloglog",
          "leastsquares",
          "percentile",
          "apercentile",
          "twa",
          "irate",
          "elapsed");
  private static final Set<String> IN_TIME_ORDER = Set.of("twa", "irate", "elapsed");
  private static final int PERCENTILES_LENGTH = 3198;
  private static final int LEAST_SQUARES_LENGTH = 126;

  private Aggregates() {}

  /** Returns whether a function is an aggregate. */
  public static boolean contains(String function) {
    return NAMES.contains(function);
  }

  /** Returns whether a function needs the rows in the order of time. */
  public static boolean needsTimeOrder(String function) {
    return IN_TIME_ORDER.contains(function);
  }

  /**
   * Returns a bound call.
   *
   * @throws TaosException if the function cannot have these arguments
   */
  public static AggregateCall bind(Arguments arguments, Precision precision) throws TaosException {
    String function = arguments.function();
    switch (function) {
      case "leastsquares" -> {
        return leastSquares(arguments);
      }
      case "percentile" -> {
        return percentile(arguments);
      }
      case "apercentile" -> {
        return approximatePercentile(arguments);
      }
      case "elapsed" -> {
        return elapsed(arguments, precision);
      }
      default -> arguments.requireCount(1, 1);
    }
    DataType input = arguments.type(0);
    DataType type = resultType(arguments, input);
    return new AggregateCall(function, arguments.values(), List.of(), type);
  }

  private static DataType resultType(Arguments arguments, DataType input) throws TaosException {
    switch (arguments.function()) {
      case "count", "hyperloglog" -> {
        return DataType.BIGINT;
      }
      case "sum" -> {
        arguments.requireType(arguments.isNumber(0) || input.type().isDecimal());
        return sumType(input);
      }
      case "avg" -> {
        arguments.requireType(arguments.isNumber(0) || input.type().isDecimal());
        return averageType(input);
      }
      case "min", "max" -> {
        arguments.requireType(isOrdered(input) || arguments.isNull(0));
        return arguments.isNull(0) ? DataType.BIGINT : input;
      }
      case "spread" -> {
        arguments.requireType(arguments.isNumber(0) || input.type() == TaosType.TIMESTAMP);
        arguments.requireType(!arguments.isNull(0));
        return DataType.DOUBLE;
      }
      case "mode" -> {
        arguments.requireColumn(0);
        return input;
      }
      case "first", "last", "last_row" -> {
        arguments.requireType(!arguments.isNull(0));
        return input;
      }
      case "irate" -> {
        arguments.requireType(arguments.isNumber(0) && !arguments.isNull(0));
        return DataType.DOUBLE;
      }
      default -> {
        arguments.requireType(arguments.isNumber(0));
        return DataType.DOUBLE;
      }
    }
  }

  private static DataType sumType(DataType input) {
    if (input.type().isDecimal()) {
      return new DataType(TaosType.DECIMAL, 16, 38, input.scale());
    }
    if (input.isFloating()) {
      return DataType.DOUBLE;
    }
    return input.type().isUnsignedInteger() ? DataType.BIGINT_UNSIGNED : DataType.BIGINT;
  }

  private static DataType averageType(DataType input) {
    return input.type().isDecimal()
        ? new DataType(TaosType.DECIMAL, 16, 38, Math.max(input.scale() + 4, 6))
        : DataType.DOUBLE;
  }

  private static boolean isOrdered(DataType input) {
    return switch (input.type()) {
      case BOOL, TIMESTAMP, JSON, GEOMETRY, BLOB, NULL -> false;
      default -> true;
    };
  }

  private static AggregateCall leastSquares(Arguments arguments) throws TaosException {
    arguments.requireCount(3, 3);
    arguments.requireType(arguments.isNumber(0));
    arguments.number(1);
    arguments.number(2);
    return new AggregateCall(
        arguments.function(),
        List.of(arguments.get(0)),
        List.of(arguments.constant(1), arguments.constant(2)),
        DataType.varchar(LEAST_SQUARES_LENGTH));
  }

  private static AggregateCall percentile(Arguments arguments) throws TaosException {
    arguments.requireCount(2, 11);
    arguments.requireType(arguments.isNumber(0));
    List<Constant> percents = new ArrayList<>();
    for (int index = 1; index < arguments.count(); index++) {
      double percent = arguments.number(index);
      arguments.requireRange(percent >= 0 && percent <= 100);
      percents.add(arguments.constant(index));
    }
    DataType type = percents.size() == 1 ? DataType.DOUBLE : DataType.varchar(PERCENTILES_LENGTH);
    return new AggregateCall(arguments.function(), List.of(arguments.get(0)), percents, type);
  }

  private static AggregateCall approximatePercentile(Arguments arguments) throws TaosException {
    arguments.requireCount(2, 3);
    arguments.requireType(arguments.isNumber(0));
    long percent = arguments.integer(1);
    arguments.requireRange(percent >= 0 && percent <= 100);
    List<Constant> parameters = new ArrayList<>();
    parameters.add(arguments.constant(1));
    if (arguments.count() == 3) {
      String algorithm = arguments.text(2).toLowerCase(Locale.ROOT);
      if (!algorithm.equals("default") && !algorithm.equals("t-digest")) {
        throw ErrorCode.PARAMETER_VALUE.with(arguments.function());
      }
      if (algorithm.equals("t-digest")) {
        throw ErrorCode.NOT_SUPPORTED.with("APERCENTILE with t-digest");
      }
      parameters.add(new Constant(Vector.ofText(DataType.varchar(8), algorithm)));
    }
    return new AggregateCall(
        arguments.function(), List.of(arguments.get(0)), parameters, DataType.DOUBLE);
  }

  private static AggregateCall elapsed(Arguments arguments, Precision precision)
      throws TaosException {
    arguments.requireCount(1, 2);
    arguments.requireType(arguments.type(0).type() == TaosType.TIMESTAMP);
    long unit = 1;
    if (arguments.count() == 2) {
      if (!(arguments.get(1) instanceof Span)) {
        throw ErrorCode.TIME_UNIT_INVALID.with(arguments.function());
      }
      TimeSpan span = arguments.span(1);
      if (span.count() != 1) {
        throw ErrorCode.TIME_UNIT_INVALID.with(arguments.function());
      }
      if (span.isFinerThan(precision)) {
        throw new TaosException(
            ErrorCode.TIME_UNIT_TOO_SMALL.code(), "Time unit is too small : elapsed");
      }
      unit = span.in(precision);
    }
    return new AggregateCall(
        arguments.function(),
        List.of(arguments.get(0)),
        List.of(new Constant(Vector.ofLong(DataType.BIGINT, unit))),
        DataType.DOUBLE);
  }

  /**
   * Creates an accumulator for one group.
   *
   * @param columns are the positions of the arguments in the batches; -1 for all columns
   * @param timeColumn is the position of the primary timestamp, -1 if there is none
   */
  public static Accumulator create(
      AggregateCall call, int[] columns, int timeColumn, Precision precision) {
    int column = columns.length == 0 ? -1 : columns[0];
    Scalar argument = call.arguments().isEmpty() ? null : call.arguments().get(0);
    DataType input = argument == null ? DataType.BIGINT : argument.type();
    return switch (call.function()) {
      case "count" -> new Counting(column);
      case "sum" -> new Summing(column, false, input, call.type());
      case "avg" -> new Summing(column, true, input, call.type());
      case "spread", "stddev", "stddev_pop", "var_pop" ->
          new Spreading(call.function(), column, input);
      case "mode", "hyperloglog" -> new Tallying(call.function(), column);
      case "leastsquares" -> new LeastSquares(column, parameter(call, 0), parameter(call, 1));
      case "percentile" -> new Percentiles(column, Percentiles.Method.EXACT, percents(call));
      case "apercentile" ->
          new Percentiles(column, Percentiles.Method.HISTOGRAM, List.of(parameter(call, 0)));
      case "twa", "irate" -> new TimeWeighing(call, column, timeColumn, precision, 1);
      case "elapsed" ->
          new TimeWeighing(call, column, column, precision, (long) parameter(call, 0));
      default -> new Choosing(call, column, timeColumn);
    };
  }

  private static double parameter(AggregateCall call, int index) {
    return call.parameters().get(index).value().doubleAt(0);
  }

  private static List<Double> percents(AggregateCall call) {
    return call.parameters().stream().map(constant -> constant.value().doubleAt(0)).toList();
  }
}
