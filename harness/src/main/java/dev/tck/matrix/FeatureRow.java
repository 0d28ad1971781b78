package dev.tck.matrix;

import java.util.List;

/**
 * Holds a feature row.
 *
 * @param id is {@code execute-sql}
 * @param title is the page's name for it
 * @param line is the line of the page where it first stands
 * @param required is which scenarios a mark needs
 */
public record FeatureRow(String id, String title, int line, Required required) {

  /**
   * Says which scenarios a mark needs, by ids or patterns with {@code *}; empty lists leave it to
   * the scenarios' own tags and to the levels of their checks.
   *
   * @param core are the scenarios that make the difference between partial support and none
   * @param must are the scenarios that every connector has to pass
   * @param should are the scenarios that are shown and fail nobody
   */
  public record Required(List<String> core, List<String> must, List<String> should) {
    public Required {
      core = List.copyOf(core);
      must = List.copyOf(must);
      should = List.copyOf(should);
    }
  }
}
