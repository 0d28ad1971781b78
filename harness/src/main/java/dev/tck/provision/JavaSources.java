package dev.tck.provision;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles adapters in Java with the running JDK's compiler. */
final class JavaSources {
  private static final int REPORTED = 3;

  private JavaSources() {}

  /**
   * Compiles all sources in some folders.
   *
   * @param release is the oldest Java that must run the classes, 0 for the running one
   * @throws ProvisionException if there is no compiler, or if the sources do not compile
   */
  static void compile(List<Path> folders, List<Path> classpath, Path to, int release, Path log)
      throws IOException, ProvisionException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new ProvisionException(
          "its adapter cannot be compiled: this Java runtime has no compiler",
          "start tck with a JDK",
          log);
    }
    List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none"));
    options.addAll(List.of("-d", Files.createDirectories(to).toString()));
    options.addAll(List.of("-cp", join(classpath)));
    if (release > 0) {
      options.addAll(List.of("--release", Integer.toString(release)));
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        Writer out = Files.newBufferedWriter(log, java.nio.file.StandardOpenOption.APPEND)) {
      boolean compiled =
          compiler
              .getTask(
                  out,
                  files,
                  diagnostics,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources(folders)))
              .call();
      for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
        out.write(diagnostic + "\n");
      }
      if (!compiled) {
        throw new ProvisionException(
            "its adapter does not compile: " + errors(diagnostics), "mend the adapter", log);
      }
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .limit(REPORTED)
        .map(JavaSources::display)
        .collect(Collectors.joining("; "));
  }

  private static String display(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String place =
        source == null
            ? ""
            : Path.of(source.getName()).getFileName() + ":" + diagnostic.getLineNumber() + ": ";
    return place + diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
  }

  private static List<Path> sources(List<Path> folders) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  private static String join(List<Path> classpath) {
    return classpath.stream()
        .map(Path::toString)
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
