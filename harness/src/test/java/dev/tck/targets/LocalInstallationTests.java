package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake programs are shell scripts")
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalInstallationTests {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bin/", "build/bin/", ""})
  void findsTheServerWhereBuildsAndInstallationsPutIt(String place) throws Exception {
    String shows = "echo 'taosd version: 3.0.1.5'";
    FakeInstallation installation =
        new FakeInstallation(folder)
            .withProgram(place + "taosd", shows)
            .withProgram(place + "taosadapter", "exit")
            .withProgram(place + "taos", "exit");
    LocalInstallation found = installation.find();
    Path programs = folder.toRealPath().resolve(place);
    assertThat(found.taosd()).isEqualTo(programs.resolve("taosd"));
    assertThat(found.taosadapter()).contains(programs.resolve("taosadapter"));
    assertThat(found.taos().orElseThrow().file()).isEqualTo(programs.resolve("taos"));
    assertThat(found.library()).isEmpty();
    assertThat(found.version()).isEqualTo("3.0.1.5");
    assertThat(found.isTwo()).isFalse();
  }

  @Test
  void readsTheVersionOfTwo() throws Exception {
    LocalInstallation found = FakeInstallation.two(folder).find();
    assertThat(found.version()).isEqualTo("2.2.2.10");
    assertThat(found.isTwo()).isTrue();
    assertThat(found.taosadapter()).isEmpty();
    assertThat(found.taos()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bin/, lib", "bin/, driver", "build/bin/, build/lib"})
  void findsTheLibraryBesideTheServer(String programs, String libraries) throws Exception {
    Path library =
        Files.createDirectories(folder.resolve(libraries)).resolve(System.mapLibraryName("taos"));
    Files.createFile(library);
    LocalInstallation found =
        new FakeInstallation(folder)
            .withProgram(programs + "taosd", "echo 3.3.6.6 $LD_LIBRARY_PATH")
            .find();
    assertThat(found.library().orElseThrow().toRealPath()).isEqualTo(library.toRealPath());
    assertThat(found.libraryPath().values().iterator().next())
        .startsWith(String.valueOf(found.library().orElseThrow().getParent()));
  }

  @Test
  void passesOverAFolderOfTheServersName() throws Exception {
    Files.createDirectories(folder.resolve("bin/taosd"));
    FakeInstallation installation =
        new FakeInstallation(folder).withProgram("build/bin/taosd", "echo 3.3.6.6");
    assertThat(installation.find().taosd().getParent()).endsWith(Path.of("build", "bin"));
  }

  @Test
  void namesThePlacesWhereNoServerIs() {
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> LocalInstallation.find(Optional.of(folder)))
        .withMessageContainingAll(
            folder.resolve("bin").toString(),
            folder.resolve("build/bin").toString(),
            "local:DIR, where DIR/bin/taosd is the server");
  }

  @Test
  void saysWhatAProgramShowsThatIsNoServer() throws Exception {
    FakeInstallation installation =
        new FakeInstallation(folder).withProgram("bin/taosd", "echo 'error: libtaos.so'; exit 1");
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(installation::find)
        .withMessageContaining("taosd -V tells no version, but: error: libtaos.so");
  }

  @Test
  void endsAServerThatDoesNotTellItsVersion() throws Exception {
    FakeInstallation installation = new FakeInstallation(folder);
    installation.withProgram("bin/taosd", installation.noting("taosd") + "; exec sleep 600");
    assertInterruptible(installation, installation::find);
  }

  @Test
  void givesTheCommandItsArgumentsAndLibrary() throws Exception {
    new FakeInstallation(folder)
        .withProgram("taos", "printf '<%s>' \"$@\" \"$LD_LIBRARY_PATH\"; echo oops >&2; exit 3");
    TaosCommand command =
        new TaosCommand(folder.resolve("taos"), Optional.of(folder.resolve("libtaos.so")));
    String printed =
        command.execute(new Endpoint("localhost", 6030, "root", "pass word"), "select '$1'");
    assertThat(printed)
        .startsWith("<-h><localhost><-P><6030><-u><root><-ppass word><-s><select '$1';><" + folder)
        .endsWith("oops\n");
  }

  @Test
  void saysThatTheCommandCannotBeStarted() {
    TaosCommand command = new TaosCommand(folder.resolve("taos"), Optional.empty());
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> command.execute(new Endpoint("localhost", 6030, "u", "Secret"), "show"))
        .withMessageContaining(folder.resolve("taos") + " cannot be started")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContain("Secret"));
  }

  @Test
  void endsTheCommandWhenItIsInterrupted() throws Exception {
    FakeInstallation installation = new FakeInstallation(folder);
    installation.withProgram("taos", installation.noting("taos") + "; exec sleep 600");
    TaosCommand command = new TaosCommand(folder.resolve("taos"), Optional.empty());
    assertInterruptible(
        installation, () -> command.execute(new Endpoint("localhost", 1, "u", "p"), "show"));
  }

  private static void assertInterruptible(
      FakeInstallation installation, java.util.concurrent.Callable<?> work) throws Exception {
    FutureTask<?> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "to be interrupted");
    thread.start();
    while (installation.running().isEmpty()) {
      Thread.sleep(10);
    }
    thread.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(task::get)
        .havingCause()
        .isInstanceOf(TargetException.class)
        .withMessageContaining("interrupted");
    thread.join();
    // It was killed, and the system needs a moment for that.
    while (!installation.running().isEmpty()) {
      Thread.sleep(10);
    }
  }

  @Test
  void writesAConfigurationForEachGeneration() throws IOException {
    LocalConfiguration configuration = new LocalConfiguration(folder, 20_000, 20_020);
    configuration.write(false);
    Path cfg = folder.resolve("cfg/taos.cfg");
    assertThat(cfg)
        .content()
        .contains(
            "serverPort 20000\n",
            "firstEp localhost:20000\n",
            "dataDir " + folder.resolve("data") + "\n",
            "logDir " + folder.resolve("log") + "\n",
            "supportVnodes 1024\n");
    assertThat(folder.resolve("cfg/taosadapter.toml"))
        .content()
        .contains("port = 20020\n", "taosConfigDir = '" + folder.resolve("cfg") + "'\n");
    assertThat(folder.resolve("data")).isDirectory();
    configuration.write(true);
    assertThat(cfg).content().contains("serverPort 20000\n").doesNotContain("supportVnodes");
  }

  @Test
  void findsPortsThatAreFreeAtAllDistances() throws IOException {
    int first = new FreePorts(0).next(List.of(0, 11));
    try (ServerSocket taken = new ServerSocket(first + 11)) {
      assertThat(taken.isBound()).isTrue();
      FreePorts ports = new FreePorts(0);
      int second = ports.next(List.of(0, 11));
      assertThat(second).isGreaterThan(first);
      assertThat(ports.next(List.of(0))).isGreaterThan(second);
    }
    assertThat(new FreePorts(-1).next(List.of(0))).isBetween(20_000, 32_000);
  }
}
