package dev.tck.targets.image;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** Makes a Java runtime of this JDK's own modules, with no more of them than the server uses. */
final class JavaRuntime {
  // Netty logs and looks up names, Jackson knows the types of java.sql, the command uses the
  // HTTP client of the other commands.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "java.xml",
          "jdk.unsupported");

  private JavaRuntime() {}

  /**
   * Writes a runtime to a folder that does not exist yet.
   *
   * @throws ImageException if this Java is no whole JDK
   */
  static void write(Path folder) throws ImageException {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(
                () ->
                    new ImageException(
                        "the Java in "
                            + System.getProperty("java.home")
                            + " has no jlink; an image is made of a JDK: install one, or set JAVA_HOME"));
    StringWriter said = new StringWriter();
    PrintWriter output = new PrintWriter(said);
    int code =
        jlink.run(
            output,
            output,
            "--add-modules",
            String.join(",", MODULES),
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--compress=2",
            "--output",
            folder.toString());
    if (code != 0) {
      throw new ImageException(
          "jlink of " + System.getProperty("java.home") + " failed: " + said.toString().strip());
    }
  }
}
