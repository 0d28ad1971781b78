package dev.tck.adapter.process;

import java.util.Map;

/** Puts an exit code into words. */
final class ExitCode {
  private static final int SIGNAL_BASE = 128;
  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL, illegal instruction"),
          Map.entry(6, "SIGABRT, aborted"),
          Map.entry(7, "SIGBUS, bus error"),
          Map.entry(8, "SIGFPE, arithmetic error"),
          Map.entry(9, "SIGKILL, killed, perhaps for want of memory"),
          Map.entry(11, "SIGSEGV, segmentation fault"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(15, "SIGTERM"));

  private ExitCode() {}

  /** Returns a phrase such as {@code exit code 139 (SIGSEGV, segmentation fault)}. */
  static String display(int code) {
    String signal = SIGNALS.get(code - SIGNAL_BASE);
    return "exit code " + code + (signal == null ? "" : " (" + signal + ")");
  }
}
