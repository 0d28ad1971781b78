package dev.tck.targets;

import java.util.List;

/** The versions of TDengine that the embedded server can be. */
public final class EmbeddedVersions {
  /** The newest version, which is taken if none is asked for. */
  public static final String NEWEST = "3.3.6.6";

  // What differs between these is what they answer when asked for their version; profiles of
  // behaviour come later.
  private static final String FIRST = "3.3.6.0";

  private EmbeddedVersions() {}

  /**
   * Checks a version.
   *
   * @throws IllegalArgumentException if the embedded server has no profile of it
   */
  public static String checked(String version) {
    if (!version.matches("3\\.3\\.6\\.[0-6]")) {
      throw new IllegalArgumentException(
          "the embedded server cannot be TDengine "
              + version
              + "; it knows "
              + String.join(" to ", List.of(FIRST, NEWEST)));
    }
    return version;
  }
}
