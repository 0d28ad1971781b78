package dev.tck.embedded.function;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Numbers weeks in the eight ways of WEEK, which are MySQL's. */
final class Weeks {
  private Weeks() {}

  /**
   * Returns the number of the week.
   *
   * @param mode is 0 to 7: bit 0, weeks begin on Monday; bit 1, days before the first week belong
   *     to the last week of the year before; bit 2, together with bit 0 in its turned sense,
   *     whether the first week is the first full one or the one with four days
   */
  static int week(LocalDate day, int mode) {
    boolean monday = (mode & 1) != 0;
    boolean neverZero = (mode & 2) != 0;
    boolean fullWeek = ((mode >> 2) & 1) == (mode & 1);
    LocalDate first = firstWeek(day.getYear(), monday, fullWeek);
    if (day.isBefore(first)) {
      return neverZero ? number(firstWeek(day.getYear() - 1, monday, fullWeek), day) : 0;
    }
    if (neverZero) {
      LocalDate next = firstWeek(day.getYear() + 1, monday, fullWeek);
      if (!day.isBefore(next)) {
        return 1;
      }
    }
    return number(first, day);
  }

  private static int number(LocalDate firstWeek, LocalDate day) {
    return (int) ((day.toEpochDay() - firstWeek.toEpochDay()) / 7) + 1;
  }

  private static LocalDate firstWeek(int year, boolean monday, boolean fullWeek) {
    DayOfWeek begin = monday ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY;
    LocalDate newYear = LocalDate.of(year, 1, 1);
    LocalDate next = newYear.with(TemporalAdjusters.nextOrSame(begin));
    boolean fourDays = next.getDayOfMonth() - 1 >= 4;
    return !fullWeek && fourDays ? next.minusWeeks(1) : next;
  }
}
