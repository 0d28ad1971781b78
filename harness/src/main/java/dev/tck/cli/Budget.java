package dev.tck.cli;

import dev.tck.scenarios.run.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ends a run when its time is up: what has begun is finished, nothing else begins. */
final class Budget implements AutoCloseable {
  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})(s|m|h)");

  private final Timer timer = new Timer("budget", true);
  private final String reason;

  /** Starts the clock; without a budget it never rings. */
  Budget(Optional<Duration> budget, Stop stop) {
    this.reason = "the budget of " + budget.map(Duration::toSeconds).orElse(0L) + " s was used up";
    budget.ifPresent(
        time ->
            timer.schedule(
                new TimerTask() {
                  @Override
                  public void run() {
                    stop.because(reason);
                  }
                },
                time.toMillis()));
  }

  /** Returns the duration that a text like {@code 90s}, {@code 10m} or {@code 1h} spells. */
  static Duration parse(String text) {
    Matcher duration = DURATION.matcher(text);
    if (!duration.matches()) {
      throw new CommandException(
          ExitCode.WRONG_USE, "--budget " + text + ": write a duration like 90s, 10m or 1h");
    }
    long amount = Long.parseLong(duration.group(1));
    return switch (duration.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  /** Returns whether this is why the run was stopped. */
  boolean isReason(String stopped) {
    return stopped.equals(reason);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
