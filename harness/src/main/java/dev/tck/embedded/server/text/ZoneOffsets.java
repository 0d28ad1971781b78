package dev.tck.embedded.server.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Finds a zone's offset from UTC and remembers it until the next change of offset, so that rows in
 * time order cost two comparisons each. One thread uses an instance.
 */
public final class ZoneOffsets {
  private final ZoneRules rules;
  private long validFrom = Long.MAX_VALUE;
  private long validUntil = Long.MIN_VALUE;
  private int offset;

  /** Creates the offsets of a zone. */
  public ZoneOffsets(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Returns the offset in seconds at a count of seconds since 1970-01-01T00:00:00Z. */
  public int secondsAt(long epochSecond) {
    if (epochSecond < validFrom || epochSecond >= validUntil) {
      look(epochSecond);
    }
    return offset;
  }

  private void look(long epochSecond) {
    long within =
        Math.max(
            Instant.MIN.getEpochSecond() + 1,
            Math.min(Instant.MAX.getEpochSecond() - 1, epochSecond));
    Instant instant = Instant.ofEpochSecond(within);
    offset = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.isFixedOffset() ? null : rules.nextTransition(instant);
    ZoneOffsetTransition previous =
        rules.isFixedOffset() ? null : rules.previousTransition(instant.plusSeconds(1));
    validFrom = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
    validUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
  }
}
