package dev.tck.provision;

/** Is told how provisioning goes on; may be called from many threads. */
@FunctionalInterface
public interface ProvisionProgress {

  /**
   * Tells that a step begins.
   *
   * @param connector is the connector with its version, {@code taospy 2.8.10}
   * @param step counts from 1 to {@code steps}
   * @param says is what the step does
   */
  void step(String connector, int step, int steps, String says);

  /** Returns the progress that nobody watches. */
  static ProvisionProgress silent() {
    return (connector, step, steps, says) -> {};
  }
}
