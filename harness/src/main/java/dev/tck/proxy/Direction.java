package dev.tck.proxy;

/** Names the two ways through the proxy. */
public enum Direction {
  /** From the connector to the target. */
  TO_TARGET(">"),
  /** From the target to the connector. */
  TO_CONNECTOR("<");

  private final String mark;

  Direction(String mark) {
    this.mark = mark;
  }

  /** Returns the spelling in captures. */
  public String mark() {
    return mark;
  }
}
