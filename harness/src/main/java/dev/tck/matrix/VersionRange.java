package dev.tck.matrix;

/**
 * Holds the versions from one on, up to but without another.
 *
 * @param from is the first version
 * @param before is the first version that is too new; {@link Version#HIGHEST} if there is none
 */
public record VersionRange(Version from, Version before) {
  public VersionRange {
    if (from.compareTo(before) >= 0) {
      throw new IllegalArgumentException("no version is from " + from + " and before " + before);
    }
  }

  /** Creates the range of a version and everything newer. */
  public static VersionRange from(Version first) {
    return new VersionRange(first, Version.HIGHEST);
  }

  /** Creates the range from one version to another, both with all that they are a prefix of. */
  public static VersionRange closed(Version first, Version last) {
    return new VersionRange(first, last.next());
  }

  /** Creates the range of one version: 3.1.0 holds 3.1.0 and 3.1.0.5, not 3.1.1. */
  public static VersionRange exactly(Version version) {
    return closed(version, version);
  }

  /** Returns whether the version is in the range. */
  public boolean contains(Version version) {
    return version.isAtLeast(from) && version.compareTo(before) < 0;
  }

  /** Returns whether a version is in both ranges. */
  public boolean overlaps(VersionRange other) {
    return from.compareTo(other.before) < 0 && other.from.compareTo(before) < 0;
  }
}
