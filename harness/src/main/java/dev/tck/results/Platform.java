package dev.tck.results;

import static java.util.Objects.requireNonNull;

/**
 * Names a platform as the tables do.
 *
 * @param cpu is {@code x64} or {@code arm64}, else the name that Java gives
 * @param os is {@code linux}, {@code windows} or {@code macos}, else the name that Java gives
 */
public record Platform(String cpu, String os) {
  public Platform {
    requireNonNull(cpu);
    requireNonNull(os);
  }

  /** Returns the platform that Java's {@code os.arch} and {@code os.name} describe. */
  public static Platform of(String osArch, String osName) {
    String arch = osArch.toLowerCase(java.util.Locale.ROOT);
    String cpu =
        switch (arch) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64", "arm64" -> "arm64";
          default -> arch;
        };
    String name = osName.toLowerCase(java.util.Locale.ROOT);
    String os =
        name.startsWith("windows")
            ? "windows"
            : name.startsWith("mac") ? "macos" : name.startsWith("linux") ? "linux" : name;
    return new Platform(cpu, os);
  }
}
