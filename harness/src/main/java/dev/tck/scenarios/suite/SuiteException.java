package dev.tck.scenarios.suite;

import java.util.List;

/** Reports feature files with mistakes: each with file, line, and what to write instead. */
public final class SuiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from all mistakes that were found. */
  public SuiteException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
