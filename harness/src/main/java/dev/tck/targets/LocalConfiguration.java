package dev.tck.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the configuration of a server of our own: loopback only, everything below one folder,
 * quiet, with room for many small databases.
 *
 * @param folder holds configuration, data and logs
 * @param serverPort is taosd's
 * @param adapterPort is taosAdapter's
 */
record LocalConfiguration(Path folder, int serverPort, int adapterPort) {
  // What both 2.x and 3.x know; each logs and ignores what it does not.
  private static final String COMMON =
      """
      firstEp localhost:%1$d
      fqdn localhost
      serverPort %1$d
      dataDir %2$s
      logDir %3$s
      tempDir %4$s
      timezone UTC
      charset UTF-8
      locale C.UTF-8
      monitor 0
      telemetryReporting 0
      enableCoreFile 0
      minimalDataDirGB 0.1
      minimalLogDirGB 0.1
      minimalTmpDirGB 0.1
      """;

  private static final String THREE =
      """
      supportVnodes 1024
      audit 0
      crashReporting 0
      slowLogScope none
      """;

  // A vnode of 2.x takes cache * blocks MB of memory, by default 96.
  private static final String TWO =
      """
      maxVgroupsPerDb 1
      cache 1
      blocks 3
      """;

  private static final String ADAPTER =
      """
      debug = false
      port = %d
      taosConfigDir = '%s'
      [log]
      path = '%s'
      level = 'error'
      [monitor]
      disable = true
      [uploadKeeper]
      enable = false
      """;

  Path settings() {
    return folder.resolve("cfg");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path logs() {
    return folder.resolve("log");
  }

  Path adapterSettings() {
    return settings().resolve("taosadapter.toml");
  }

  /** Creates the folders and writes the files. */
  void write(boolean two) throws IOException {
    Path temporary = folder.resolve("tmp");
    for (Path each : new Path[] {settings(), data(), logs(), temporary}) {
      Files.createDirectories(each);
    }
    Files.writeString(
        settings().resolve("taos.cfg"),
        COMMON.formatted(serverPort, data(), logs(), temporary) + (two ? TWO : THREE));
    Files.writeString(adapterSettings(), ADAPTER.formatted(adapterPort, settings(), logs()));
  }
}
