package dev.tck.matrix;

import java.util.List;
import java.util.Locale;

/**
 * Holds a statement of the page's prose.
 *
 * @param id names it
 * @param kind is what it is
 * @param line is the line of the page that says it
 * @param literal is the page's own text
 * @param features are the feature rows it is about; empty if about none in particular
 * @param interfaces are the interfaces it is about; empty for all
 * @param languages are the languages it is about; empty for all
 * @param catalogue are the entries of the catalogue that put it to the test
 * @param note is what else there is to know
 */
public record Statement(
    String id,
    Kind kind,
    int line,
    String literal,
    List<String> features,
    List<ConnectorInterface> interfaces,
    List<String> languages,
    List<String> catalogue,
    String note) {
  public Statement {
    features = List.copyOf(features);
    interfaces = List.copyOf(interfaces);
    languages = List.copyOf(languages);
    catalogue = List.copyOf(catalogue);
  }

  /** Names what a statement does. */
  public enum Kind {
    /** Promises that something works. */
    PROMISE,
    /** Warns of something that does not. */
    WARNING,
    /** Says when something is needed. */
    CONDITION;

    /** Returns the spelling in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
