package dev.tck.embedded.server.exchange;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of time zones as taosAdapter and the C library do, which differ. */
public final class ConnectionZone {
  // A POSIX rule without daylight saving: a name, then the hours that are *added* to get to UTC.
  private static final Pattern POSIX =
      Pattern.compile("[A-Za-z]{3,}([+-]?)(\\d{1,2})(?::(\\d{2}))?");

  private ConnectionZone() {}

  /**
   * Returns the zone that Go's {@code time.LoadLocation} finds (REST's {@code tz} and {@code
   * conn_tz}), or nothing if it knows no such name.
   */
  public static Optional<ZoneId> ofLocation(String name) {
    return switch (name) {
      case "", "UTC" -> Optional.of(ZoneOffset.UTC);
      case "Local" -> Optional.of(ZoneId.systemDefault());
      default -> ofDatabase(name);
    };
  }

  /**
   * Returns the zone that the C library makes of a connection's {@code tz}: a name of the zone
   * database, or a POSIX rule ({@code UTC-8} is eight hours <em>east</em>); anything else is UTC,
   * as on TDengine 3.3.6.6.
   */
  public static ZoneId ofConnection(String name) {
    return ofDatabase(name).or(() -> ofPosix(name)).orElse(ZoneOffset.UTC);
  }

  private static Optional<ZoneId> ofDatabase(String name) {
    return switch (name) {
      case "EST" -> Optional.of(ZoneOffset.ofHours(-5));
      case "MST" -> Optional.of(ZoneOffset.ofHours(-7));
      case "HST" -> Optional.of(ZoneOffset.ofHours(-10));
      default ->
          ZoneId.getAvailableZoneIds().contains(name)
              ? Optional.of(ZoneId.of(name))
              : Optional.empty();
    };
  }

  private static Optional<ZoneId> ofPosix(String name) {
    Matcher rule = POSIX.matcher(name);
    if (!rule.matches()) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(rule.group(2));
    int minutes = rule.group(3) == null ? 0 : Integer.parseInt(rule.group(3));
    int seconds = 3600 * hours + 60 * minutes;
    if (seconds > ZoneOffset.MAX.getTotalSeconds()) {
      return Optional.empty();
    }
    return Optional.of(ZoneOffset.ofTotalSeconds(rule.group(1).equals("-") ? seconds : -seconds));
  }
}
