package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.FunctionCall;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.type.TimeText;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Map;

/** The functions on times. */
final class TimeFunctions {
  private static final int ISO_LENGTH = 62;
  private static final int CHAR_LENGTH = 4094;

  private TimeFunctions() {}

  static Map<String, FunctionBinder> all() {
    Map<String, FunctionBinder> functions = new HashMap<>();
    functions.put("to_iso8601", TimeFunctions::toIso8601);
    functions.put("to_unixtimestamp", TimeFunctions::toUnixTimestamp);
    functions.put("to_timestamp", TimeFunctions::toTimestamp);
    functions.put("to_char", TimeFunctions::toChar);
    functions.put("timetruncate", TimeFunctions::truncate);
    functions.put("timediff", TimeFunctions::difference);
    functions.put("weekday", ofDay(day -> day.getDayOfWeek().getValue() - 1));
    functions.put("dayofweek", ofDay(day -> day.getDayOfWeek().getValue() % 7 + 1));
    functions.put("weekofyear", ofDay(day -> Weeks.week(day, 3)));
    functions.put("week", TimeFunctions::week);
    return functions;
  }

  /** Computes something of a day. */
  private interface DayFunction {
    int apply(LocalDate day);
  }

  // A text that is no time gives no value.
  private static long timeAt(Vector values, int row, FunctionContext context) {
    if (values.type().isString()) {
      return TimeText.parse(values.textAt(row), context.precision(), context.zone());
    }
    return values.longAt(row);
  }

  // Seconds count towards zero in these functions; what remains of a time before 1970 is negative.
  private static LocalDateTime seconds(long time, Precision precision, ZoneId zone) {
    long whole = time / precision.unitsPerSecond() * precision.unitsPerSecond();
    return TimeSpan.local(whole, precision, zone);
  }

  private static int nanosOfSecond(long time, Precision precision) {
    return (int) (time % precision.unitsPerSecond() * precision.nanosPerUnit());
  }

  private static boolean isTime(Arguments arguments, int index) {
    DataType type = arguments.type(index);
    return type.type() == TaosType.TIMESTAMP || type.type().isInteger() || type.isString();
  }

  private static Scalar toIso8601(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, 2);
    DataType type = arguments.type(0);
    arguments.requireType(type.type() == TaosType.TIMESTAMP || type.type().isInteger());
    String suffix;
    ZoneId zone = context.zone();
    if (arguments.count() == 2) {
      suffix = arguments.text(1);
      zone = zoneOf(suffix);
    } else {
      suffix = "";
    }
    ZoneId shown = zone;
    Precision precision = context.precision();
    return FunctionCall.of(
        "to_iso8601 " + suffix,
        arguments.values().subList(0, 1),
        DataType.varchar(ISO_LENGTH),
        (values, row, out) -> {
          long time = values[0].longAt(row);
          String offset =
              suffix.isEmpty()
                  ? offsetText(TimeSpan.offsetSeconds(time, precision, shown))
                  : suffix;
          out.appendText(isoText(time, precision, shown) + offset);
        });
  }

  private static ZoneId zoneOf(String suffix) throws TaosException {
    if (suffix.equals("z") || suffix.equals("Z")) {
      return ZoneOffset.UTC;
    }
    if (suffix.matches("[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?")) {
      int hours = Integer.parseInt(suffix.substring(1, 3));
      String rest = suffix.substring(3).replace(":", "");
      int minutes = rest.isEmpty() ? 0 : Integer.parseInt(rest);
      int seconds = 3600 * hours + 60 * minutes;
      boolean negative = suffix.charAt(0) == '-';
      if (!negative || seconds <= 12 * 3600) {
        return ZoneOffset.ofTotalSeconds(negative ? -seconds : seconds);
      }
    }
    throw new TaosException(0x2800, "Invalid timzone format");
  }

  private static String isoText(long time, Precision precision, ZoneId zone) {
    String pattern =
        switch (precision) {
          case MILLISECONDS -> "yyyy-mm-dd\"T\"hh24:mi:ss.ms";
          case MICROSECONDS -> "yyyy-mm-dd\"T\"hh24:mi:ss.us";
          case NANOSECONDS -> "yyyy-mm-dd\"T\"hh24:mi:ss.ns";
        };
    return new TimeFormat(pattern)
        .print(seconds(time, precision, zone), nanosOfSecond(time, precision));
  }

  private static String offsetText(long seconds) {
    long minutes = Math.abs(seconds) / 60;
    return String.format("%s%02d%02d", seconds < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }

  private static Scalar toUnixTimestamp(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(1, 2);
    arguments.requireType(arguments.type(0).isString() && !arguments.isNull(0));
    boolean timestamp = false;
    if (arguments.count() == 2) {
      long flag = arguments.integer(1);
      arguments.requireValue(flag == 0 || flag == 1);
      timestamp = flag == 1;
    }
    return FunctionCall.of(
        "to_unixtimestamp",
        arguments.values(),
        timestamp ? DataType.TIMESTAMP : DataType.BIGINT,
        (values, row, out) -> {
          long time = timeAt(values[0], row, context);
          if (time == TimeText.INVALID) {
            out.appendNull();
          } else {
            out.appendLong(time);
          }
        });
  }

  private static Scalar toTimestamp(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(2, 2);
    arguments.requireType(
        arguments.type(0).isString()
            && arguments.type(1).isString()
            && !arguments.isNull(0)
            && !arguments.isNull(1));
    return FunctionCall.of(
        "to_timestamp",
        arguments.values(),
        DataType.TIMESTAMP,
        (values, row, out) -> {
          LocalDateTime time = new TimeFormat(values[1].textAt(row)).read(values[0].textAt(row));
          out.appendLong(
              time.atZone(context.zone()).toEpochSecond() * context.precision().unitsPerSecond()
                  + time.get(ChronoField.NANO_OF_SECOND) / context.precision().nanosPerUnit());
        });
  }

  private static Scalar toChar(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(2, 2);
    arguments.requireType(
        arguments.type(0).type() == TaosType.TIMESTAMP && arguments.type(1).isString());
    return FunctionCall.of(
        "to_char",
        arguments.values(),
        DataType.varchar(CHAR_LENGTH),
        (values, row, out) -> {
          long time = values[0].longAt(row);
          Precision precision = context.precision();
          out.appendText(
              new TimeFormat(values[1].textAt(row))
                  .print(seconds(time, precision, context.zone()), nanosOfSecond(time, precision)));
        });
  }

  private static void requireUnit(Arguments arguments, TimeSpan unit, Precision precision)
      throws TaosException {
    String function = arguments.function();
    if (unit.count() != 1 || unit.isCalendar()) {
      throw ErrorCode.TIME_UNIT_INVALID.with(function);
    }
    if (unit.isFinerThan(precision)) {
      throw new TaosException(
          ErrorCode.TIME_UNIT_TOO_SMALL.code(), "Time unit is too small : " + function);
    }
  }

  private static TimeSpan unit(Arguments arguments, int index) throws TaosException {
    if (arguments.get(index) instanceof dev.tck.embedded.expression.Span span) {
      return span.span();
    }
    arguments.requireType(arguments.isNumber(index) && !arguments.isNull(index));
    throw ErrorCode.TIME_UNIT_INVALID.with(arguments.function());
  }

  private static Scalar truncate(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(2, 3);
    arguments.requireType(isTime(arguments, 0));
    TimeSpan unit = unit(arguments, 1);
    requireUnit(arguments, unit, context.precision());
    boolean local = true;
    if (arguments.count() == 3) {
      long flag = arguments.integer(2);
      arguments.requireValue(flag == 0 || flag == 1);
      local = flag == 1;
    }
    boolean byDay = unit.unit() == 'd' || unit.unit() == 'w';
    ZoneId zone = local && byDay ? context.zone() : ZoneOffset.UTC;
    long length = unit.in(context.precision());
    return FunctionCall.of(
        "timetruncate " + unit + zone,
        arguments.values().subList(0, 1),
        DataType.TIMESTAMP,
        (values, row, out) -> {
          long time = timeAt(values[0], row, context);
          if (time == TimeText.INVALID) {
            out.appendNull();
          } else {
            long offset =
                TimeSpan.offsetSeconds(time, context.precision(), zone)
                    * context.precision().unitsPerSecond();
            out.appendLong((time + offset) / length * length - offset);
          }
        });
  }

  private static Scalar difference(Arguments arguments, FunctionContext context)
      throws TaosException {
    arguments.requireCount(2, 3);
    arguments.requireType(isTime(arguments, 0) && isTime(arguments, 1));
    long divisor = context.precision().nanosPerUnit();
    if (arguments.count() == 3) {
      TimeSpan unit = unit(arguments, 2);
      requireUnit(arguments, unit, context.precision());
      divisor = unit.in(Precision.NANOSECONDS);
    }
    long by = divisor;
    return FunctionCall.of(
        "timediff " + by,
        arguments.values().subList(0, 2),
        DataType.BIGINT,
        (values, row, out) -> {
          long left = Nanoseconds.at(values[0], row, context);
          long right = Nanoseconds.at(values[1], row, context);
          if (left == TimeText.INVALID || right == TimeText.INVALID) {
            out.appendNull();
          } else {
            out.appendLong((left - right) / by);
          }
        });
  }

  private static FunctionBinder ofDay(DayFunction function) {
    return (arguments, context) -> {
      arguments.requireCount(1, 1);
      arguments.requireType(isTime(arguments, 0));
      return day(arguments, context, function);
    };
  }

  private static Scalar day(Arguments arguments, FunctionContext context, DayFunction function) {
    return FunctionCall.of(
        arguments.function(),
        arguments.values(),
        DataType.BIGINT,
        (values, row, out) -> {
          long time = timeAt(values[0], row, context);
          if (time == TimeText.INVALID) {
            out.appendNull();
          } else {
            LocalDate date = seconds(time, context.precision(), context.zone()).toLocalDate();
            out.appendLong(function.apply(date));
          }
        });
  }

  private static Scalar week(Arguments arguments, FunctionContext context) throws TaosException {
    arguments.requireCount(1, 2);
    arguments.requireType(isTime(arguments, 0));
    int mode = arguments.count() == 2 ? (int) arguments.integer(1) : 0;
    arguments.requireValue(mode >= 0 && mode <= 7);
    Arguments first = new Arguments("week " + mode, arguments.values().subList(0, 1));
    return day(first, context, date -> Weeks.week(date, mode));
  }
}
