package dev.tck.scenarios.steps;

import dev.tck.scenarios.world.World;
import io.cucumber.java.Before;

/** What happens around every scenario. */
public final class Hooks {
  private final World world;

  /** Creates the hooks of a scenario. */
  public Hooks(World world) {
    this.world = world;
  }

  /** Skips the scenario if the run or the cell cannot go on. */
  @Before
  public void skipIfStopped() {
    world.requireRunning();
  }
}
