package dev.tck.adapter;

/** Reports that an adapter did not answer properly; the kind decides the scenario's status. */
public final class AdapterException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String evidence;

  /**
   * Creates the exception.
   *
   * @param kind says what the adapter did
   * @param message is a sentence for the report
   * @param evidence is what was found out, for the evidence file: thread dump, last lines of
   *     stderr; may be empty
   */
  public AdapterException(Kind kind, String message, String evidence) {
    super(message);
    this.kind = kind;
    this.evidence = evidence;
  }

  /** Says what an adapter did instead of answering. */
  public enum Kind {
    /** The process ended. */
    CRASHED,
    /** No reply within deadline and grace; the process was killed. */
    HUNG,
    /**
     * A line on standard output that is no reply, or a reply to nothing: the adapter's fault, not
     * the connector's.
     */
    BROKE_PROTOCOL,
    /** The process could not be started, or said no proper hello. */
    NOT_STARTED
  }

  /** Returns what the adapter did. */
  public Kind kind() {
    return kind;
  }

  /** Returns what was found out about it. */
  public String evidence() {
    return evidence;
  }
}
