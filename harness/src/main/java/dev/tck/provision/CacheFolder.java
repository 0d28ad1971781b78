package dev.tck.provision;

import java.nio.file.Path;

/** Says where provisioned connectors are kept. */
public final class CacheFolder {

  private CacheFolder() {}

  /**
   * Returns {@code TCK_CACHE}, else {@code XDG_CACHE_HOME/tck}, else {@code .cache/tck} in the home
   * folder.
   */
  public static Path of(Tools tools, Path home) {
    return tools
        .environment("TCK_CACHE")
        .map(Path::of)
        .or(() -> tools.environment("XDG_CACHE_HOME").map(base -> Path.of(base, "tck")))
        .orElseGet(() -> home.resolve(".cache").resolve("tck"))
        .toAbsolutePath()
        .normalize();
  }
}
