package dev.tck.adapter.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks a process for the stacks of its threads by a signal. */
final class ThreadDump {
  private final ProcessStarter starter;

  ThreadDump(ProcessStarter starter) {
    this.starter = starter;
  }

  /** Returns whether this system knows signals. */
  static boolean signalsExist(String osName) {
    return !osName.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /**
   * Sends the signal.
   *
   * @param signal is its name without SIG
   * @return what to note in the evidence if it could not be sent, else an empty text
   */
  String ask(long pid, String signal, Duration patience) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("kill", "-s", signal, Long.toString(pid)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process kill = starter.start(builder);
      if (!kill.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        kill.destroyForcibly();
        return "sending SIG" + signal + " did not end";
      }
      return kill.exitValue() == 0 ? "" : "no process " + pid + " took SIG" + signal;
    } catch (IOException e) {
      return "SIG" + signal + " could not be sent: " + e.getMessage();
    }
  }
}
