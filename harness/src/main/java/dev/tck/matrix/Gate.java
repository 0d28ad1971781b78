package dev.tck.matrix;

import java.time.LocalDate;
import java.util.List;

/**
 * Holds what a release must show, and which failures are excused.
 *
 * @param required are the cells that must have been measured
 * @param expectedFailures are the failures that are excused
 */
public record Gate(List<RequiredCell> required, List<ExpectedFailure> expectedFailures) {
  public Gate {
    required = List.copyOf(required);
    expectedFailures = List.copyOf(expectedFailures);
  }

  /**
   * Names cells that must have been measured; an empty text is any.
   *
   * @param connector is a connector's id
   * @param interfaceId is {@code native}, {@code rest}, {@code websocket} or empty
   * @param row is a version row's id or empty
   * @param platform is a platform's id or empty
   * @param language is a language's id or empty
   */
  public record RequiredCell(
      String connector, String interfaceId, String row, String platform, String language) {}

  /**
   * Excuses a check that fails, for a time.
   *
   * @param scenario is an id or a pattern with {@code *}
   * @param check is a check's id or a pattern
   * @param connector is a connector's id or a pattern
   * @param interfaceId narrows it; empty for any
   * @param row narrows it; empty for any
   * @param message is what the failure's text begins with
   * @param owner is who looks after it
   * @param issue is where it is written down
   * @param expires is the day from which on it is no excuse
   */
  public record ExpectedFailure(
      String scenario,
      String check,
      String connector,
      String interfaceId,
      String row,
      String message,
      String owner,
      String issue,
      LocalDate expires) {}
}
