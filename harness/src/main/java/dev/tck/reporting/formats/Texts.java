package dev.tck.reporting.formats;

import dev.tck.results.CellKey;
import dev.tck.results.TargetId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Spells what several formats show. */
public final class Texts {
  private Texts() {}

  /** Returns a target as readers know it; the embedded server always says what it is. */
  public static String target(TargetId target) {
    return target.isEmbedded()
        ? "embedded server, profile " + target.tdengine()
        : "TDengine " + target.tdengine() + " (" + target.kind() + ")";
  }

  /** Returns a time as readers need it: to the second, in UTC. */
  public static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns the command that measures a scenario of a cell again. */
  public static String command(CellKey cell, String scenario) {
    return "tck run --target "
        + targetOption(cell.target())
        + " --connector "
        + quoted(connector(cell))
        + " --interface "
        + quoted(cell.interfaceId())
        + (scenario.isEmpty() ? "" : " --scenario " + quoted(scenario));
  }

  /** Returns a connector as the command line has it; ours has the version of the harness. */
  private static String connector(CellKey cell) {
    return cell.connector().equals(CellKey.REFERENCE) || cell.version().isEmpty()
        ? cell.connector()
        : cell.connector() + "@" + cell.version();
  }

  /** Returns a target as the command line has it; credentials are never kept. */
  public static String targetOption(TargetId target) {
    return switch (target.kind()) {
      case "embedded" -> quoted("embedded:" + target.tdengine());
      case "docker" -> quoted("docker:" + target.tdengine());
      case "local" -> "local";
      default -> "http://USER:PASSWORD@HOST:6041";
    };
  }

  /** Returns a text as one word of a POSIX shell. */
  static String quoted(String word) {
    boolean plain = word.chars().allMatch(c -> isPlain((char) c));
    return plain && !word.isEmpty() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-+@:/,=".indexOf(c) >= 0;
  }
}
