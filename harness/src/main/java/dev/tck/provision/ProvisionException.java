package dev.tck.provision;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says why a connector could not be provisioned, and what helps; its cells are then not run for
 * this reason.
 */
public final class ProvisionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final transient @Nullable Path log;

  /**
   * Creates the exception.
   *
   * @param reason is a sentence for the report: {@code needs the command mvn, which is not on PATH}
   * @param remedy is what helps, may be empty
   * @param log is the file with everything that the tools said, null if none ran
   */
  public ProvisionException(String reason, String remedy, @Nullable Path log) {
    super(reason);
    this.remedy = remedy;
    this.log = log;
  }

  /** Returns the reason without the remedy. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Returns what helps, may be empty. */
  public String remedy() {
    return remedy;
  }

  /** Returns the file with everything that the tools said. */
  public Optional<Path> log() {
    return Optional.ofNullable(log);
  }
}
