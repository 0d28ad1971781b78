package dev.tck.results;

/** Spells the command that measures a cell, or one scenario of it, again. */
public final class RepeatCommand {
  private RepeatCommand() {}

  /**
   * Returns the command line.
   *
   * @param scenario is a scenario's id, empty for all
   */
  public static String of(CellKey cell, String scenario) {
    return "./tck run --target "
        + target(cell.target())
        + " --connector "
        + quoted(connector(cell))
        + " --interface "
        + quoted(cell.interfaceId())
        + (scenario.isEmpty() ? "" : " --scenario " + quoted(scenario));
  }

  /** Returns a target as the command line has it; credentials are never kept. */
  public static String target(TargetId target) {
    return switch (target.kind()) {
      case "embedded" -> quoted("embedded:" + target.tdengine());
      case "docker" -> quoted("docker:" + target.tdengine());
      case "local" -> "local";
      default -> "http://USER:PASSWORD@HOST:6041";
    };
  }

  // Ours has the version of the harness, which cannot be chosen.
  private static String connector(CellKey cell) {
    return cell.connector().equals(CellKey.REFERENCE) || cell.version().isEmpty()
        ? cell.connector()
        : cell.connector() + "@" + cell.version();
  }

  /** Returns a text as one word of a POSIX shell. */
  private static String quoted(String word) {
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
