package dev.tck.matrix;

import java.util.List;

/**
 * Holds an interoperability fault that scenarios are made from.
 *
 * @param id is {@code CM-01}
 * @param title says what goes wrong
 * @param rows are the ids of the feature rows it belongs to
 * @param interfaces are where it can show
 * @param interfaceNote says more about them; empty if nothing
 * @param minimum is the lowest server on which the scenario is meaningful; {@link Version#LOWEST}
 *     for all
 * @param minimumNote says more about it; empty if nothing
 * @param named are the connectors in which it was found, as its source names them; empty if it
 *     names none
 * @param languages are the ids of their languages
 * @param notYet says why no scenario covers it; empty if some do, or if its whole feature row is
 *     not measured yet
 * @param derived is true if no public bug is known
 */
public record CatalogueEntry(
    String id,
    String title,
    List<String> rows,
    List<ConnectorInterface> interfaces,
    String interfaceNote,
    Version minimum,
    String minimumNote,
    String named,
    List<String> languages,
    String notYet,
    boolean derived) {
  public CatalogueEntry {
    rows = List.copyOf(rows);
    interfaces = List.copyOf(interfaces);
    languages = List.copyOf(languages);
  }
}
