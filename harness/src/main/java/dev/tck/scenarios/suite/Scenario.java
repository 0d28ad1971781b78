package dev.tck.scenarios.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds one scenario, or one row of an outline.
 *
 * @param id is its tag, with the values of the placeholders in an outline's title: {@code
 *     SQL-012[ns,websocket]}
 * @param title is its name
 * @param feature is the id of the feature row: the folder's name
 * @param interfaces are those it is about; empty for all
 * @param since is the first server version on which it is meaningful
 * @param until is the first server version on which it is no longer meaningful
 * @param core says whether it belongs to the few that decide between partial support and none
 * @param covers are ids of the catalogue of interoperability bugs
 * @param killedBy are the seeded faults that must make it fail
 * @param text is its steps, with arguments
 * @param textHash changes with the steps, so that a confirmation of other steps does not count
 */
public record Scenario(
    String id,
    String title,
    String feature,
    Set<String> interfaces,
    Optional<String> since,
    Optional<String> until,
    boolean core,
    Set<String> covers,
    Set<String> killedBy,
    List<String> text,
    String textHash,
    Feature source,
    Pickle pickle) {

  /** Returns whether the scenario is about this interface. */
  public boolean appliesTo(String interfaceId) {
    return interfaces.isEmpty() || interfaces.contains(interfaceId);
  }

  // Hashing all of the text and of Cucumber's pickle costs more than running some scenarios.
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
