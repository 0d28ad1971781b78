package dev.tck.embedded.catalogue;

import dev.tck.values.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the options of a database, immutable.
 *
 * @param numbers are the options that are whole numbers
 * @param keepMinutes are the three levels of KEEP in minutes
 * @param cacheModel is {@code none}, {@code last_row}, {@code last_value} or {@code both}
 * @param encryptAlgorithm is {@code none} or {@code sm4}
 * @param compactTimeRange is told back as written
 */
public record DatabaseOptions(
    Map<DatabaseOption, Long> numbers,
    List<Long> keepMinutes,
    Precision precision,
    String cacheModel,
    String encryptAlgorithm,
    String compactTimeRange) {
  private static final long STANDARD_KEEP = 3650L * 1440;

  public DatabaseOptions {
    numbers = Map.copyOf(numbers);
    keepMinutes = List.copyOf(keepMinutes);
  }

  /** Returns what a database has if nothing is said. */
  public static DatabaseOptions standard() {
    Map<DatabaseOption, Long> numbers = new EnumMap<>(DatabaseOption.class);
    for (DatabaseOption option : DatabaseOption.values()) {
      numbers.put(option, option.standard());
    }
    List<Long> keep = List.of(STANDARD_KEEP, STANDARD_KEEP, STANDARD_KEEP);
    return new DatabaseOptions(numbers, keep, Precision.MILLISECONDS, "none", "none", "0d,0d");
  }

  /** Returns an option that is a whole number. */
  public long number(DatabaseOption option) {
    Long value = numbers.get(option);
    return value == null ? option.standard() : value;
  }

  /** Returns the options with a number changed. */
  public DatabaseOptions with(DatabaseOption option, long value) {
    Map<DatabaseOption, Long> changed = new EnumMap<>(numbers);
    changed.put(option, value);
    return new DatabaseOptions(
        changed, keepMinutes, precision, cacheModel, encryptAlgorithm, compactTimeRange);
  }

  /** Returns the options with another KEEP. */
  public DatabaseOptions withKeep(List<Long> minutes) {
    return new DatabaseOptions(
        numbers, minutes, precision, cacheModel, encryptAlgorithm, compactTimeRange);
  }

  /** Returns the options with another precision. */
  public DatabaseOptions withPrecision(Precision other) {
    return new DatabaseOptions(
        numbers, keepMinutes, other, cacheModel, encryptAlgorithm, compactTimeRange);
  }

  /** Returns the options with another cache model. */
  public DatabaseOptions withCacheModel(String model) {
    return new DatabaseOptions(
        numbers, keepMinutes, precision, model, encryptAlgorithm, compactTimeRange);
  }

  /** Returns the options with another time range of compaction. */
  public DatabaseOptions withCompactTimeRange(String range) {
    return new DatabaseOptions(
        numbers, keepMinutes, precision, cacheModel, encryptAlgorithm, range);
  }
}
