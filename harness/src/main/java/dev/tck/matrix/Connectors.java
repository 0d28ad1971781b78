package dev.tck.matrix;

import java.util.List;
import java.util.Optional;

/**
 * Holds the languages and connectors of the page.
 *
 * @param languages are the languages in the page's order, the official ones first
 * @param connectors are the connectors
 * @param notApplicable are the interfaces that languages lack
 * @param statements are what the page says about connectors in prose
 */
public record Connectors(
    List<Language> languages,
    List<Connector> connectors,
    List<NotApplicable> notApplicable,
    List<Statement> statements) {
  public Connectors {
    languages = List.copyOf(languages);
    connectors = List.copyOf(connectors);
    notApplicable = List.copyOf(notApplicable);
    statements = List.copyOf(statements);
  }

  /** Finds a connector by its id. */
  public Optional<Connector> find(String id) {
    return connectors.stream().filter(connector -> connector.id().equals(id)).findFirst();
  }

  /** Finds a language by its id. */
  public Optional<Language> language(String id) {
    return languages.stream().filter(language -> language.id().equals(id)).findFirst();
  }

  /** Returns the languages that have an official connector, in the page's order. */
  public List<Language> officialLanguages() {
    return languages.stream()
        .filter(
            language ->
                connectors.stream()
                    .anyMatch(
                        connector ->
                            connector.official() && connector.language().equals(language.id())))
        .toList();
  }

  /** Finds the reason why a language has no connector of an interface. */
  public Optional<NotApplicable> notApplicable(
      String language, ConnectorInterface connectorInterface) {
    return notApplicable.stream()
        .filter(
            entry ->
                entry.language().equals(language)
                    && entry.connectorInterface() == connectorInterface)
        .findFirst();
  }
}
