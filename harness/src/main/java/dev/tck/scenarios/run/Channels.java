package dev.tck.scenarios.run;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.scenarios.plan.Plan;

/** Opens the adapter of a cell. */
public interface Channels {

  /**
   * Opens the adapter; the caller closes it.
   *
   * @throws AdapterException if it does not start
   */
  AdapterChannel open(Plan.Cell cell) throws AdapterException;
}
