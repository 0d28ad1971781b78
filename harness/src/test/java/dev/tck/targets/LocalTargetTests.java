package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tck.targets.FakeInstallation.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts servers from installations of shell scripts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake programs are shell scripts")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalTargetTests {
  private static final Duration SCANT = Duration.ofMillis(300);

  @TempDir private Path folder;

  @AfterEach
  void leavesNothingBehind() throws Exception {
    FakeInstallation installation = new FakeInstallation(folder);
    List<Running> left = installation.running();
    left.forEach(running -> running.process().destroyForcibly());
    assertThat(left).as("processes").isEmpty();
    assertThat(installation.foldersLeft()).as("folders").isEmpty();
  }

  private static LocalTarget start(FakeInstallation installation) throws TargetException {
    return LocalTarget.start(new ServerProbe(), installation.find());
  }

  private static Set<Long> pids(FakeInstallation installation) throws IOException {
    Set<Long> pids = new HashSet<>();
    installation.running().forEach(running -> pids.add(running.process().pid()));
    return pids;
  }

  @Test
  void startsBothProgramsAndRemovesThem() throws Exception {
    FakeInstallation installation = FakeInstallation.three(folder);
    try (LocalTarget target = start(installation)) {
      assertThat(target.kind()).isEqualTo("local");
      assertThat(target.tdengine()).isEqualTo("3.3.6.6");
      assertThat(target.isAlive()).isTrue();
      assertThat(installation.running()).hasSize(2);
      assertThat(target.endpoint().port()).isNotEqualTo(target.endpoint().nativePort().orElse(0));
      assertThat(target.restart()).as("there is nothing to restart").isTrue();
      assertThat(installation.running()).hasSize(2);
    }
  }

  @Test
  void startsTwoWhichSpeaksHttpItself() throws Exception {
    FakeInstallation installation = FakeInstallation.two(folder);
    try (LocalTarget target = start(installation)) {
      assertThat(target.tdengine()).isEqualTo("2.2.2.10");
      assertThat(target.endpoint().port())
          .isEqualTo(target.endpoint().nativePort().orElseThrow() + 11);
      assertThat(installation.running()).hasSize(1);
    }
  }

  @Test
  void refusesThreeWithoutItsAdapter() throws Exception {
    FakeInstallation installation =
        new FakeInstallation(folder)
            .withTaosd("taosd", FakeInstallation.VERSION_OF_THREE, "exit 1");
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> start(installation))
        .withMessageContainingAll(
            folder.toRealPath().resolve("bin/taosd").toString(),
            "no taosadapter",
            "3.3.6.6",
            "neither REST nor WebSocket");
  }

  @Test
  void repeatsTheLastWordsOfAServerThatDies() throws Exception {
    FakeInstallation installation = new FakeInstallation(folder);
    installation.withTaosd(
        "taosd",
        FakeInstallation.VERSION_OF_TWO,
        installation.noting("taosd")
            + "; echo 'the first of the log' > \"$2/../log/taosdlog.0\""
            + "; echo 'no disk space left' >&2; exit 1");
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> start(installation))
        .withMessageStartingWith("taosd ended at once; its last words:\n")
        .withMessageContainingAll("the first of the log", "no disk space left");
  }

  @Test
  void repeatsTheLastWordsOfAnAdapterThatDies() throws Exception {
    FakeInstallation installation = FakeInstallation.three(folder);
    // As taosAdapter 3.3.6.6 does, which says nothing on standard error.
    installation.withTaosd(
        "taosadapter",
        "",
        "echo '11/23 09:30:49 00008991 TCP FATAL listen: address already in use'"
            + " | tee \"$(dirname \"$2\")/../log/taosadapter_32_20261123.log\"; exit 1");
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> start(installation))
        .withMessageStartingWith("taosadapter ended at once; its last words:\n")
        .withMessageContaining("FATAL listen: address already in use");
  }

  @Test
  void givesUpOnAServerThatNeverListens() throws Exception {
    FakeInstallation installation = new FakeInstallation(folder);
    installation.withTaosd(
        "taosd",
        FakeInstallation.VERSION_OF_TWO,
        installation.noting("taosd") + "; exec sleep 600");
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> LocalTarget.start(new ServerProbe(), installation.find(), SCANT))
        .withMessageContainingAll("taosd was not ready within", "nothing listens on port");
  }

  @Test
  void restartsAfterItWasKilled() throws Exception {
    FakeInstallation installation = FakeInstallation.three(folder);
    try (LocalTarget target = start(installation)) {
      Set<Long> first = pids(installation);
      installation.running().get(0).process().destroyForcibly();
      while (target.isAlive()) {
        Thread.sleep(10);
      }
      assertThat(target.restart()).isTrue();
      assertThat(target.isAlive()).isTrue();
      assertThat(pids(installation)).hasSize(2).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void cannotBeRestartedWhenItsProgramIsGone() throws Exception {
    FakeInstallation installation = FakeInstallation.two(folder);
    try (LocalTarget target = start(installation)) {
      Files.delete(folder.resolve("bin/taosd"));
      installation.running().get(0).process().destroyForcibly();
      while (target.isAlive()) {
        Thread.sleep(10);
      }
      assertThat(target.restart()).isFalse();
      assertThat(target.isAlive()).isFalse();
    }
  }

  @Test
  void leavesNothingWhenItIsInterruptedWhileTheServerStarts() throws Exception {
    Files.createFile(folder.resolve("offline"));
    FakeInstallation installation = FakeInstallation.three(folder);
    FutureTask<LocalTarget> starting = new FutureTask<>(() -> start(installation));
    Thread thread = new Thread(starting, "starting");
    thread.start();
    while (installation.running().size() < 2) {
      Thread.sleep(10);
    }
    thread.interrupt();
    assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
        .isThrownBy(starting::get)
        .havingCause()
        .isInstanceOf(TargetException.class)
        .withMessageContaining("interrupted");
    thread.join();
  }

  /** A harness that holds a server until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      start(new FakeInstallation(Path.of(arguments[0])));
      Files.createFile(Path.of(arguments[0], "held"));
      Thread.sleep(Duration.ofHours(1).toMillis());
    }
  }

  @Test
  void leavesNothingWhenTheHarnessIsKilled() throws Exception {
    FakeInstallation installation = FakeInstallation.three(folder);
    Process harness =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (!Files.exists(folder.resolve("held"))) {
        assertThat(harness.isAlive()).isTrue();
        Thread.sleep(10);
      }
      assertThat(installation.running()).hasSize(2);
      assertThat(installation.foldersLeft()).isNotEmpty();
    } finally {
      harness.destroyForcibly().waitFor();
    }
    while (!installation.running().isEmpty() || !installation.foldersLeft().isEmpty()) {
      Thread.sleep(20);
    }
  }
}
