package dev.tck.embedded.query;

import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** The functions without arguments, whose value is the same for a whole statement. */
final class ServerFunctions {
  private static final int NO_DATABASE_LENGTH = 63;

  private final QueryContext context;
  private final Precision precision;

  ServerFunctions(QueryContext context, Precision precision) {
    this.context = context;
    this.precision = precision;
  }

  /** Returns the value of a function, nothing if it is none of these. */
  Optional<Scalar> bind(String function) {
    return switch (function) {
      case "now" -> Optional.of(time(now()));
      case "today" -> Optional.of(time(today()));
      case "timezone" -> Optional.of(Literals.string(zoneText()));
      case "database" -> Optional.of(database());
      case "server_version", "client_version" -> Optional.of(Literals.string(context.version()));
      case "server_status" -> Optional.of(new Constant(Vector.ofLong(DataType.INT, 1)));
      case "user", "current_user" -> Optional.of(Literals.string(context.user() + "@localhost"));
      default -> Optional.empty();
    };
  }

  private static Constant time(long time) {
    return new Constant(Vector.ofLong(DataType.TIMESTAMP, time));
  }

  private long now() {
    return TimeSpan.of(context.now(), precision);
  }

  private long today() {
    LocalDate day = LocalDate.ofInstant(context.now(), context.zone());
    return day.atStartOfDay(context.zone()).toEpochSecond() * precision.unitsPerSecond();
  }

  private Constant database() {
    return context.database().isPresent()
        ? Literals.string(context.database().get())
        : Constant.ofNull(DataType.varchar(NO_DATABASE_LENGTH));
  }

  // As in "Asia/Shanghai (CST, +0800)".
  private String zoneText() {
    ZoneId zone = context.zone();
    int seconds = zone.getRules().getOffset(context.now()).getTotalSeconds();
    int minutes = Math.abs(seconds) / 60;
    String id = zone.getId().equals("Z") ? "UTC" : zone.getId();
    String name =
        seconds == 0 && id.equals("UTC")
            ? "UTC"
            : zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    String offset =
        String.format("%s%02d%02d", seconds < 0 ? "-" : "+", minutes / 60, minutes % 60);
    return id + " (" + name + ", " + offset + ")";
  }
}
