package dev.tck.provision;

import java.util.Locale;

/**
 * Names the machine as {@code platforms} in a {@code connector.yaml} does.
 *
 * @param cpu is {@code x64} or {@code arm64}, else what the system calls it
 * @param os is {@code linux}, {@code windows} or {@code macos}, else what the system calls it
 */
public record Host(String cpu, String os) {

  /** Returns the machine that Java's {@code os.arch} and {@code os.name} describe. */
  public static Host of(String osArch, String osName) {
    String arch = osArch.toLowerCase(Locale.ROOT);
    String cpu =
        switch (arch) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64" -> "arm64";
          default -> arch;
        };
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new Host(cpu, "windows");
    }
    return new Host(cpu, name.startsWith("mac") ? "macos" : name);
  }

  /** Returns the platform's id: {@code x64-linux}. */
  public String id() {
    return cpu + "-" + os;
  }

  boolean isWindows() {
    return os.equals("windows");
  }
}
