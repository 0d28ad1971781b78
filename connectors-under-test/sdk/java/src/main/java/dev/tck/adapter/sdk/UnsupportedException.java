package dev.tck.adapter.sdk;

/** Says that the connector or its adapter has no such thing. */
public final class UnsupportedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String capability;

  /**
   * Creates the exception.
   *
   * @param capability names what is missing
   * @param why says how the adapter's author knows
   */
  public UnsupportedException(String capability, String why) {
    super(why);
    this.capability = capability;
  }

  String capability() {
    return capability;
  }
}
