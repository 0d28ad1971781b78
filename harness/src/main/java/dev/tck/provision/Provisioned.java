package dev.tck.provision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A connector that is ready to be started.
 *
 * @param version is the version as pinned; the adapter's hello tells the one that is loaded
 * @param key identifies everything that the cache entry was made from
 * @param folder is the cache entry
 * @param commandLine starts its adapter
 * @param manifest says what was installed, by the names that the steps record
 * @param fromCache is true if nothing had to be done
 */
public record Provisioned(
    ConnectorDefinition definition,
    String version,
    String key,
    Path folder,
    CommandLine commandLine,
    Map<String, List<String>> manifest,
    boolean fromCache) {
  public Provisioned {
    manifest = Map.copyOf(manifest);
  }
}
