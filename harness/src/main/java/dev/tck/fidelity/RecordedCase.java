package dev.tck.fidelity;

import java.util.List;
import java.util.Optional;

/**
 * Steps that belong together and have a database of their own.
 *
 * @param name names the case in its recording
 * @param databaseOptions follow {@code CREATE DATABASE name}; nothing if the case has no database
 */
public record RecordedCase(
    String name, Optional<String> databaseOptions, List<Exchange> exchanges) {
  public RecordedCase {
    exchanges = List.copyOf(exchanges);
  }
}
