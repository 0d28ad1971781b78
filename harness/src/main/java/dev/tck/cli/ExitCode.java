package dev.tck.cli;

/** Names the exit codes; scripts and CI depend on them. */
final class ExitCode {
  static final int HOLDS = 0;
  static final int FAILURE = 1;
  static final int WRONG_USE = 2;
  static final int INCOMPLETE = 3;
  static final int HARNESS_FAILED = 4;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
