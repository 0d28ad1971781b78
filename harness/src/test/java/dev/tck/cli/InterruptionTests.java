package dev.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.doubles.RestStub;
import dev.tck.results.Event;
import dev.tck.results.ResultsReader;
import dev.tck.results.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Interrupts a run in a process of its own; only there can one press Ctrl-C. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "ending a process there asks it nothing")
class InterruptionTests {
  private static final String ONE =
      "{\"code\":0,\"column_meta\":[[\"1\",\"BIGINT\",8]],\"data\":[[1]],\"rows\":1}";

  @TempDir private Path folder;
  private final CountDownLatch firstScenario = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  private RestStub.Answer answer(RestStub.Call call) {
    if (call.sql().equals("select server_version()")) {
      return RestStub.json(RestStub.version("3.3.6.6"));
    }
    if (call.sql().equals("select 2")) {
      firstScenario.countDown();
      await(interrupted);
    }
    return RestStub.json(ONE);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void endsTheRunInOrder() throws Exception {
    SmallProject.in(folder);
    Process process;
    try (RestStub server = new RestStub(this::answer)) {
      process = start(server.port());
      try {
        assertThat(firstScenario.await(60, TimeUnit.SECONDS)).isTrue();
        // The handle, because Process.destroy closes the streams that are read next.
        process.toHandle().destroy();
        awaitRemark(process);
        interrupted.countDown();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
        interrupted.countDown();
      }
    }
    assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    List<Event> events = new ResultsReader().read(folder.resolve("out").resolve("results.jsonl"));
    assertThat(events)
        .filteredOn(Event.Outcome.class::isInstance)
        .extracting(event -> ((Event.Outcome) event).status())
        .containsExactly(Status.PASS, Status.PASS, Status.NOT_RUN);
    assertThat(events.get(events.size() - 1))
        .isInstanceOfSatisfying(
            Event.End.class,
            end -> {
              assertThat(end.partial()).isTrue();
              assertThat(end.exit()).isEqualTo(ExitCode.INTERRUPTED);
            });
    assertThat(folder.resolve("out").resolve("index.html")).isRegularFile();
  }

  private static void awaitRemark(Process process) throws IOException {
    BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
    for (String line = says.readLine(); line != null; line = says.readLine()) {
      if (line.startsWith("Interrupted:")) {
        return;
      }
    }
    throw new AssertionError("the run ended without a remark");
  }

  private Process start(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dtck.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.tck.cli.Main",
            "run",
            "--target",
            "http://root:taosdata@127.0.0.1:" + port,
            "--connector",
            "reference",
            "--interface",
            "rest",
            "--jobs",
            "1",
            "--out",
            "out");
    builder.directory(folder.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
