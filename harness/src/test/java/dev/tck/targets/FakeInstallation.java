package dev.tck.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with shell scripts for programs, as an installation of TDengine has them. */
record FakeInstallation(Path folder) {
  static final String VERSION_OF_THREE =
      "TDengine Community Edition\ntaosd version: 3.3.6.6 compatible_version: 3.0.0.0";
  static final String VERSION_OF_TWO = "community version: 2.2.2.10 compatible_version: 2.0.0.0";

  /** A program that runs or ran, and the configuration that it was started with. */
  record Running(ProcessHandle process, Path configuration) {}

  FakeInstallation {
    try {
      Files.createDirectories(folder.resolve("running"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns one like TDengine 3.3.6.6. */
  static FakeInstallation three(Path folder) throws IOException {
    return new FakeInstallation(folder)
        .withServer("taosd", VERSION_OF_THREE, "3.3.6.6")
        .withServer("taosadapter", "", "3.3.6.6");
  }

  /** Returns one like TDengine 2.2.2.10, which has no taosadapter. */
  static FakeInstallation two(Path folder) throws IOException {
    return new FakeInstallation(folder).withServer("taosd", VERSION_OF_TWO, "2.2.2.10");
  }

  private FakeInstallation withServer(String name, String shown, String version)
      throws IOException {
    return withTaosd(
        name,
        shown,
        "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s %s '%s' %s \"$@\""
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                testClasses(),
                FakeServer.class.getName(),
                name,
                folder,
                version));
  }

  private static Path testClasses() {
    try {
      return Path.of(FakeServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a program that shows its version for {@code -V} and else does what a script says. */
  FakeInstallation withTaosd(String name, String shown, String script) throws IOException {
    return withProgram(
        "bin/" + name, "[ \"$1\" = -V ] && { echo '" + shown + "'; exit 0; }\n" + script);
  }

  /** Adds a program. */
  FakeInstallation withProgram(String place, String script) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return this;
  }

  /** Says in the installation's folder that this process runs. */
  static void noteRunning(Path installation, String name, Path configuration) throws IOException {
    Path half = installation.resolve(name + ".half");
    Files.writeString(half, configuration.toString());
    Files.move(
        half,
        installation.resolve("running").resolve(name + "-" + ProcessHandle.current().pid()),
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns the shell command that says that the script, or what it becomes, runs. */
  String noting(String name) {
    return "echo \"$2\" > '%1$s/half'; mv '%1$s/half' '%1$s/running/%2$s-'$$"
        .formatted(folder, name);
  }

  /** Returns the programs that were started and live. */
  List<Running> running() throws IOException {
    try (Stream<Path> notes = Files.list(folder.resolve("running"))) {
      return notes.map(FakeInstallation::running).flatMap(Optional::stream).toList();
    }
  }

  private static Optional<Running> running(Path note) {
    String name = note.getFileName().toString();
    return ProcessHandle.of(Long.parseLong(name.substring(name.indexOf('-') + 1)))
        .filter(ProcessHandle::isAlive)
        .map(process -> new Running(process, configuration(note)));
  }

  private static Path configuration(Path note) {
    try {
      return Path.of(Files.readString(note).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folders that started programs were configured with and that are there still. */
  List<Path> foldersLeft() throws IOException {
    try (Stream<Path> notes = Files.list(folder.resolve("running"))) {
      return notes.map(FakeInstallation::configuration).filter(Files::exists).toList();
    }
  }

  LocalInstallation find() throws TargetException {
    return LocalInstallation.find(Optional.of(folder));
  }
}
