package dev.tck.scenarios.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Holds the limits of a run.
 *
 * @param jobs is how many cells run at once
 * @param deadline bounds every operation of a connector
 * @param out is the report's folder, where evidence goes
 * @param keepAll says whether evidence of passed scenarios is kept too
 */
public record RunSettings(int jobs, Duration deadline, Path out, boolean keepAll) {
  public RunSettings {
    requireNonNull(deadline);
    requireNonNull(out);
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one job is needed");
    }
  }
}
