package dev.tck.provision;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives the variables that templates of a {@code connector.yaml} may use.
 *
 * @param javaHome is the Java runtime of the harness
 * @param javaVersion is its version
 * @param sdk is the folder of the adapter SDKs
 */
record Variables(Host host, Path javaHome, String javaVersion, Path sdk) {
  private static final Set<String> BUILT_IN =
      Set.of(
          "id",
          "version",
          "home",
          "sdk",
          "out",
          "source",
          "java",
          "javaVersion",
          "os",
          "cpu",
          "exe",
          "pathSeparator",
          "venvPython");

  /** Returns the names that a definition may use. */
  static Set<String> known(ConnectorDefinition definition) {
    Set<String> names = new TreeSet<>(BUILT_IN);
    names.addAll(definition.needs().keySet());
    return names;
  }

  /** Returns the values for one version of a connector, without its needs. */
  Map<String, String> values(ConnectorDefinition definition, String version, Path out) {
    String exe = host.isWindows() ? ".exe" : "";
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", definition.id());
    values.put("version", version);
    values.put("home", definition.folder().toString());
    values.put("sdk", sdk.toString());
    values.put("out", out.toString());
    values.put("java", javaHome.resolve("bin").resolve("java" + exe).toString());
    values.put("javaVersion", javaVersion);
    values.put("os", host.os());
    values.put("cpu", host.cpu());
    values.put("exe", exe);
    values.put("pathSeparator", host.isWindows() ? ";" : ":");
    values.put("venvPython", host.isWindows() ? "Scripts/python.exe" : "bin/python");
    return values;
  }
}
