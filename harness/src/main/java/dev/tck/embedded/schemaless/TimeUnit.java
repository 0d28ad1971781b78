package dev.tck.embedded.schemaless;

import dev.tck.values.Precision;
import java.math.BigInteger;
import java.util.Optional;

/** Names the units of time that points can be written in. */
public enum TimeUnit {
  NANOSECONDS("ns", 1L),
  MICROSECONDS("u", 1_000L),
  MILLISECONDS("ms", 1_000_000L),
  SECONDS("s", 1_000_000_000L),
  MINUTES("m", 60_000_000_000L),
  HOURS("h", 3_600_000_000_000L);

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  private final String symbol;
  private final long nanoseconds;

  TimeUnit(String symbol, long nanoseconds) {
    this.symbol = symbol;
    this.nanoseconds = nanoseconds;
  }

  /** Returns the unit of a symbol; nanoseconds for one that is not known, as TDengine does. */
  public static TimeUnit of(String symbol) {
    for (TimeUnit unit : values()) {
      if (unit.symbol.equals(symbol)) {
        return unit;
      }
    }
    return NANOSECONDS;
  }

  /** Returns the unit that a timestamp of OpenTSDB has by its length, if it has one. */
  static Optional<TimeUnit> ofDigits(int digits) {
    return switch (digits) {
      case 10 -> Optional.of(SECONDS);
      case 13 -> Optional.of(MILLISECONDS);
      default -> Optional.empty();
    };
  }

  /**
   * Returns a time in a database's unit, cut off. It goes through nanoseconds of 64 bits, as in
   * TDengine: what is beyond 2262-04-11 becomes that day, whatever the database's unit.
   */
  long in(Precision precision, BigInteger count) {
    return count.multiply(BigInteger.valueOf(nanoseconds)).min(MOST).max(LEAST).longValue()
        / precision.nanosPerUnit();
  }
}
