package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.DatabaseOption;
import dev.tck.embedded.catalogue.DatabaseOptions;
import dev.tck.embedded.sql.Statement;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the options of CREATE DATABASE and ALTER DATABASE and applies them. */
final class DatabaseOptionReader {
  private static final long MINUTES_PER_DAY = 1440;
  private static final long LEAST_KEEP = MINUTES_PER_DAY;
  private static final long MOST_KEEP = 365_000 * MINUTES_PER_DAY;
  private static final long MOST_KEEP_NANOSECONDS = 365 * 292 * MINUTES_PER_DAY;
  private static final Set<String> CACHE_MODELS = Set.of("none", "last_row", "last_value", "both");
  private static final Map<String, Precision> PRECISIONS =
      Map.of(
          "ms", Precision.MILLISECONDS, "us", Precision.MICROSECONDS, "ns", Precision.NANOSECONDS);
  // What is told back but has no effect here.
  private static final Set<String> TEXTS = Set.of("encrypt_algorithm", "dnodes");

  private DatabaseOptionReader() {}

  /**
   * Returns the options with those of a statement.
   *
   * @throws TaosException if one has no such value (9753)
   */
  static DatabaseOptions apply(DatabaseOptions before, List<Statement.DatabaseOption> changes)
      throws TaosException {
    DatabaseOptions options = before;
    // The limits of KEEP depend on the precision.
    for (Statement.DatabaseOption change : changes) {
      options = change.name().equals("precision") ? precision(options, change) : options;
    }
    for (Statement.DatabaseOption change : changes) {
      options = apply(options, change);
    }
    requireConsistent(options);
    return options;
  }

  private static DatabaseOptions apply(DatabaseOptions options, Statement.DatabaseOption change)
      throws TaosException {
    String value = change.values().get(0);
    switch (change.name()) {
      case "precision" -> {
        return options;
      }
      case "keep" -> {
        return keep(options, change.values());
      }
      case "cachemodel" -> {
        require(CACHE_MODELS.contains(value), "Invalid option cacheModel: " + value);
        return options.withCacheModel(value);
      }
      case "compact_time_range" -> {
        return options.withCompactTimeRange(String.join(",", change.values()));
      }
      default -> {
        return TEXTS.contains(change.name()) ? options : number(options, change.name(), value);
      }
    }
  }

  private static TaosException invalid(String text) {
    return ErrorCode.INVALID_DATABASE_OPTION_TEXT.with(text);
  }

  private static void require(boolean holds, String text) throws TaosException {
    if (!holds) {
      throw invalid(text);
    }
  }

  private static DatabaseOptions precision(DatabaseOptions options, Statement.DatabaseOption change)
      throws TaosException {
    String value = change.values().get(0);
    Precision precision = PRECISIONS.get(value);
    if (precision == null) {
      throw invalid("Invalid option precision: " + value);
    }
    return options.withPrecision(precision);
  }

  private static DatabaseOptions number(DatabaseOptions options, String name, String text)
      throws TaosException {
    DatabaseOption option = option(name);
    long value = value(option, name, text);
    if (option == DatabaseOption.WAL_LEVEL) {
      require(
          value >= option.least() && value <= option.most(),
          "Invalid option walLevel: " + value + ", only 0, 1, 2 allowed");
    } else if (option == DatabaseOption.SINGLE_STABLE) {
      require(
          value == 0 || value == 1,
          "Invalid option %s: %d, only 1, 0 allowed".formatted(option.errorName(), value));
    } else if (option == DatabaseOption.TABLE_PREFIX || option == DatabaseOption.TABLE_SUFFIX) {
      require(
          value >= option.least() && value <= option.most(),
          "Invalid option %s: %d valid range: [%d, %d]"
              .formatted(option.errorName(), value, option.least(), option.most()));
    } else {
      require(
          value >= option.least() && value <= option.most(),
          "Invalid option %s: %d, valid range: [%d, %d]"
              .formatted(option.errorName(), value, option.least(), option.most()));
    }
    return options.with(option, value);
  }

  private static DatabaseOption option(String name) {
    for (DatabaseOption option : DatabaseOption.values()) {
      if (option.keyword().equals(name)) {
        return option;
      }
    }
    throw new IllegalArgumentException("no option: " + name);
  }

  private static long value(DatabaseOption option, String name, String text) throws TaosException {
    boolean inMinutes =
        option == DatabaseOption.DURATION
            || option == DatabaseOption.S3_KEEP_LOCAL
            || option == DatabaseOption.COMPACT_INTERVAL;
    if (inMinutes) {
      return minutes(name, text, "only m, h, d allowed");
    }
    boolean inHours =
        option == DatabaseOption.KEEP_TIME_OFFSET || option == DatabaseOption.COMPACT_TIME_OFFSET;
    if (inHours && Character.isLetter(text.charAt(text.length() - 1))) {
      require(
          text.endsWith("h"),
          "Invalid option %s unit: %s, only h allowed"
              .formatted(name, text.substring(text.length() - 1)));
      return whole(text.substring(0, text.length() - 1));
    }
    return whole(text);
  }

  private static long whole(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  // Plain numbers are days.
  private static long minutes(String name, String text, String allowed) throws TaosException {
    char unit = text.charAt(text.length() - 1);
    if (!Character.isLetter(unit)) {
      return Math.min(whole(text), Integer.MAX_VALUE) * MINUTES_PER_DAY;
    }
    long count = Math.min(whole(text.substring(0, text.length() - 1)), Integer.MAX_VALUE);
    return switch (unit) {
      case 'm' -> count;
      case 'h' -> count * 60;
      case 'd' -> count * MINUTES_PER_DAY;
      default -> throw invalid("Invalid option %s unit: %s, %s".formatted(name, unit, allowed));
    };
  }

  private static DatabaseOptions keep(DatabaseOptions options, List<String> values)
      throws TaosException {
    require(values.size() <= 3, "Invalid number of keep options");
    List<Long> keep = new ArrayList<>();
    for (String value : values) {
      keep.add(minutes("keep", value, "only m, h, d allowed"));
    }
    while (keep.size() < 3) {
      keep.add(keep.get(keep.size() - 1));
    }
    long most = options.precision() == Precision.NANOSECONDS ? MOST_KEEP_NANOSECONDS : MOST_KEEP;
    require(
        keep.stream().allMatch(minutes -> minutes >= LEAST_KEEP && minutes <= most),
        "Invalid option keep: %d, %d, %d valid range: [%dm, %dm]"
            .formatted(keep.get(0), keep.get(1), keep.get(2), LEAST_KEEP, most));
    require(
        keep.get(0) <= keep.get(1) && keep.get(1) <= keep.get(2),
        "Invalid keep value, should be keep0 <= keep1 <= keep2");
    return options.withKeep(keep);
  }

  private static void requireConsistent(DatabaseOptions options) throws TaosException {
    long duration = options.number(DatabaseOption.DURATION);
    require(
        duration <= options.keepMinutes().get(0) / 3,
        "Invalid duration value, should be keep2 >= keep1 >= keep0 >= 3 * duration");
    require(
        duration <= options.number(DatabaseOption.S3_KEEP_LOCAL) / 3,
        "Invalid parameters, should be s3_keeplocal >= 3 * duration");
  }

  /** Refuses what the client lets pass, and the server does not (898). */
  static void requireAccepted(DatabaseOptions options) throws TaosException {
    if (options.number(DatabaseOption.MIN_ROWS) > options.number(DatabaseOption.MAX_ROWS)
        || options.number(DatabaseOption.REPLICA) > 1) {
      throw ErrorCode.INVALID_DATABASE_OPTION.with();
    }
  }
}
