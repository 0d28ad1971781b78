package dev.tck.adapter.check;

import dev.tck.adapter.check.Finding.Verdict;
import dev.tck.adapter.process.AdapterCommand;
import dev.tck.adapter.process.AdapterSettings;
import dev.tck.adapter.process.ProcessStarter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Checks how an adapter ends, without the supervision that would end it anyway. */
final class EndChecks {
  private static final String HELLO =
      "{\"seq\":1,\"op\":\"hello\",\"protocol\":[1],\"deadlineMs\":30000}\n";
  private static final String BYE = "{\"seq\":2,\"op\":\"bye\",\"deadlineMs\":30000}\n";

  private final AdapterCommand command;
  private final AdapterSettings settings;
  private final ProcessStarter processes;

  EndChecks(AdapterCommand command, AdapterSettings settings, ProcessStarter processes) {
    this.command = command;
    this.settings = settings;
    this.processes = processes;
  }

  List<Finding> run() throws InterruptedException {
    return List.of(
        finding("bye", "answers bye, then ends by itself", false),
        finding("end-of-input", "ends by itself when its standard input is closed", true));
  }

  private Finding finding(String id, String what, boolean closeInput) throws InterruptedException {
    try {
      String wrong = end(closeInput);
      return new Finding(id, wrong.isEmpty() ? Verdict.PASS : Verdict.FAIL, what, wrong);
    } catch (IOException e) {
      return new Finding(id, Verdict.FAIL, what, String.valueOf(e.getMessage()));
    }
  }

  private String end(boolean closeInput) throws IOException, InterruptedException {
    Process process =
        processes.start(command.builder().redirectError(ProcessBuilder.Redirect.DISCARD));
    Executor reading = work -> new Thread(work, "adapter check replies").start();
    // Closed by the end of the process: closing them here would wait for a thread that reads.
    BufferedReader replies = process.inputReader(StandardCharsets.UTF_8);
    OutputStream out = process.getOutputStream();
    try {
      send(out, HELLO);
      if (line(replies, reading, settings.startDeadline()).isEmpty()) {
        return "it answers no hello";
      }
      if (closeInput) {
        out.close();
      } else {
        send(out, BYE);
      }
      List<String> rest = rest(replies, reading);
      if (!process.waitFor(settings.endWait().toMillis(), TimeUnit.MILLISECONDS)) {
        return "its process goes on";
      }
      int expected = closeInput ? 0 : 1;
      return rest.size() == expected ? "" : "after that it writes " + rest;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void send(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Returns the lines up to the end of the stream, or what came of them in time. */
  private List<String> rest(BufferedReader replies, Executor reading) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    for (Optional<String> line = line(replies, reading, settings.endWait());
        line.isPresent();
        line = line(replies, reading, settings.endWait())) {
      lines.add(line.get());
    }
    return lines;
  }

  // The thread that waits for a line ends with the process, if not before.
  private static Optional<String> line(BufferedReader replies, Executor reading, Duration patience)
      throws InterruptedException {
    CompletableFuture<Optional<String>> line =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Optional.ofNullable(replies.readLine());
              } catch (IOException e) {
                return Optional.empty();
              }
            },
            reading);
    try {
      return line.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    }
  }
}
