package dev.tck.scenarios.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the axis values of outline rows: those of the placeholders in the outline's title, in the
 * title's order.
 */
final class OutlineAxes {
  private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]+)>");

  private final Map<Integer, List<String>> byLine = new HashMap<>();

  OutlineAxes(Feature feature) {
    for (Object event : feature.getParseEvents()) {
      if (event instanceof Envelope envelope) {
        envelope.getGherkinDocument().flatMap(GherkinDocument::getFeature).ifPresent(this::collect);
      }
    }
  }

  private void collect(io.cucumber.messages.types.Feature feature) {
    for (FeatureChild child : feature.getChildren()) {
      child.getScenario().ifPresent(this::collect);
      child
          .getRule()
          .ifPresent(
              rule ->
                  rule.getChildren()
                      .forEach(inRule -> inRule.getScenario().ifPresent(this::collect)));
    }
  }

  private void collect(io.cucumber.messages.types.Scenario outline) {
    List<String> placeholders = new ArrayList<>();
    for (Matcher matcher = PLACEHOLDER.matcher(outline.getName()); matcher.find(); ) {
      placeholders.add(matcher.group(1));
    }
    for (Examples examples : outline.getExamples()) {
      List<String> header =
          examples
              .getTableHeader()
              .map(row -> row.getCells().stream().map(TableCell::getValue).toList())
              .orElse(List.of());
      for (TableRow row : examples.getTableBody()) {
        byLine.put(row.getLocation().getLine().intValue(), values(placeholders, header, row));
      }
    }
  }

  private static List<String> values(List<String> placeholders, List<String> header, TableRow row) {
    return placeholders.stream()
        .map(header::indexOf)
        .filter(column -> column >= 0)
        .map(column -> row.getCells().get(column).getValue())
        .toList();
  }

  /** Returns what an outline row's id has after the tag, empty for a plain scenario. */
  String suffix(int line) {
    List<String> values = byLine.getOrDefault(line, List.of());
    return values.isEmpty() ? "" : "[" + String.join(",", values) + "]";
  }

  /** Returns whether the line is an outline's row whose title has no placeholder. */
  boolean lacksAxis(int line) {
    return byLine.containsKey(line) && byLine.get(line).isEmpty();
  }
}
