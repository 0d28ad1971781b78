package dev.tck.embedded.information;

/** Writes lengths of time that are kept in minutes. */
final class DurationText {
  private static final long MINUTES_PER_HOUR = 60;
  private static final long MINUTES_PER_DAY = 1440;

  private DurationText() {}

  /** Returns days, hours or minutes, whichever is the greatest unit that tells the length. */
  static String of(long minutes) {
    if (minutes % MINUTES_PER_DAY == 0) {
      return minutes / MINUTES_PER_DAY + "d";
    }
    return minutes % MINUTES_PER_HOUR == 0 ? minutes / MINUTES_PER_HOUR + "h" : minutes + "m";
  }
}
