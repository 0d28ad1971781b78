package dev.tck.mutants;

import dev.tck.adapter.AdapterChannel;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A seeded fault. */
public sealed interface Fault {

  /** Returns what scenarios name in {@code @killed-by:ID}. */
  String id();

  /** Returns what goes wrong. */
  String title();

  /**
   * A fault of the connector.
   *
   * @param seed makes a right connector wrong
   */
  record InConnector(String id, String title, UnaryOperator<AdapterChannel> seed)
      implements Fault {}

  /**
   * A fault on the way between connector and target.
   *
   * @param seed makes the proxy's fault for one cell
   */
  record OnTheWire(String id, String title, Supplier<dev.tck.proxy.Fault> seed) implements Fault {}
}
