package dev.tck.matrix;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a connector that the page is about.
 *
 * @param id is the connector's id, without version
 * @param name is its name in its own language's world
 * @param language is the id of its language
 * @param official says whether it is the vendor's
 * @param interfaces are what it speaks
 * @param packageName is where its users get it
 * @param mentionOrNull is where the page names it; null if the page names its language only
 * @param note is what else there is to know
 */
public record Connector(
    String id,
    String name,
    String language,
    boolean official,
    List<ConnectorInterface> interfaces,
    String packageName,
    @Nullable Mention mentionOrNull,
    String note) {
  public Connector {
    interfaces = List.copyOf(interfaces);
  }

  /**
   * Says where the page names something.
   *
   * @param line is the line
   * @param literal is the page's own text
   */
  public record Mention(int line, String literal) {}

  /** Returns where the page names it. */
  public Optional<Mention> mention() {
    return Optional.ofNullable(mentionOrNull);
  }
}
