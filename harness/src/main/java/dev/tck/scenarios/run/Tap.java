package dev.tck.scenarios.run;

import dev.tck.targets.Endpoint;

/** Stands between a connector and the target and writes down what passes. */
public interface Tap extends AutoCloseable {

  /** Returns where the connector is to connect. */
  Endpoint endpoint();

  /** Forgets what was written down and begins anew. */
  void begin();

  /** Returns what passed since the beginning, a JSON object a line, without passwords. */
  String capture();

  @Override
  void close();

  /** Opens taps. */
  interface Source {
    /** Opens a tap in front of a target. */
    Tap open(Endpoint target);
  }

  /** Opens taps that write nothing down: the connector talks to the target itself. */
  Source NONE =
      target ->
          new Tap() {
            @Override
            public Endpoint endpoint() {
              return target;
            }

            @Override
            public void begin() {}

            @Override
            public String capture() {
              return "";
            }

            @Override
            public void close() {}
          };
}
