package dev.tck.scenarios.suite;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Argument;
import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.DocStringArgument;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the feature files: a folder a feature row, each scenario with an id that no other has. */
public final class SuiteLoader {
  private static final Pattern GHERKIN_MISTAKE = Pattern.compile("\\((\\d+):\\d+\\): (.*)");

  private final FeatureParser parser = new FeatureParser(UUID::randomUUID);

  /** What was read so far. */
  private record Found(List<String> mistakes, Map<String, Scenario> scenarios) {}

  /**
   * Reads all features below a folder.
   *
   * @throws SuiteException with every mistake, its file and line
   * @throws IOException if the folder cannot be read
   */
  public Suite load(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
    }
    Found found = new Found(new ArrayList<>(), new LinkedHashMap<>());
    for (Path file : files) {
      read(folder, file, found);
    }
    if (!found.mistakes().isEmpty()) {
      throw new SuiteException(found.mistakes());
    }
    return new Suite(
        found.scenarios().values().stream().sorted(Comparator.comparing(Scenario::id)).toList());
  }

  private void read(Path folder, Path file, Found found) {
    Path relative = folder.relativize(file);
    if (relative.getNameCount() != 2) {
      found
          .mistakes()
          .add(
              file
                  + ": a feature file lies in a folder named after its feature row, like execute-sql/types.feature");
      return;
    }
    String feature = relative.getName(0).toString();
    try {
      parser
          .parseResource(new FileResource(file))
          .ifPresent(parsed -> read(file, feature, parsed, found));
    } catch (FeatureParserException e) {
      String.valueOf(e.getMessage())
          .lines()
          .skip(1)
          .map(mistake -> GHERKIN_MISTAKE.matcher(mistake).replaceFirst("$1: $2"))
          .forEach(mistake -> found.mistakes().add(file + ":" + mistake));
    }
  }

  private static void read(Path file, String feature, Feature parsed, Found found) {
    OutlineAxes axes = new OutlineAxes(parsed);
    for (Pickle pickle : parsed.getPickles()) {
      int line = pickle.getLocation().getLine();
      ScenarioTags tags = new ScenarioTags(pickle.getTags());
      tags.mistakes().forEach(mistake -> found.mistakes().add(file + ":" + line + ": " + mistake));
      if (pickle.getSteps().isEmpty()) {
        found
            .mistakes()
            .add(file + ":" + line + ": no step; each begins with Given, When, Then, And or But");
      }
      if (axes.lacksAxis(line)) {
        found
            .mistakes()
            .add(
                file
                    + ":"
                    + line
                    + ": the outline's title names no <column>, so its rows cannot be told apart");
      }
      String id = tags.id() + axes.suffix(line);
      Scenario scenario = scenario(id, feature, tags, parsed, pickle);
      Scenario other = found.scenarios().putIfAbsent(id, scenario);
      if (other != null && !tags.id().isEmpty()) {
        found
            .mistakes()
            .add(
                file
                    + ":"
                    + line
                    + ": the id "
                    + id
                    + " belongs to “"
                    + other.title()
                    + "” already");
      }
    }
  }

  private static Scenario scenario(
      String id, String feature, ScenarioTags tags, Feature source, Pickle pickle) {
    List<String> text = pickle.getSteps().stream().map(SuiteLoader::text).toList();
    return new Scenario(
        id,
        pickle.getName(),
        feature,
        tags.interfaces(),
        tags.since(),
        tags.until(),
        tags.core(),
        tags.covers(),
        tags.killedBy(),
        text,
        hash(text),
        source,
        pickle);
  }

  private static String text(Step step) {
    String line = step.getKeyword().strip() + " " + step.getText();
    Argument argument = step.getArgument();
    if (argument instanceof DocStringArgument docString) {
      return line + "\n\"\"\"\n" + docString.getContent() + "\n\"\"\"";
    }
    if (argument instanceof DataTableArgument table) {
      StringBuilder text = new StringBuilder(line);
      table
          .cells()
          .forEach(row -> text.append("\n| ").append(String.join(" | ", row)).append(" |"));
      return text.toString();
    }
    return line;
  }

  private static String hash(List<String> text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record FileResource(Path file) implements Resource {
    @Override
    public URI getUri() {
      return file.toUri();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return Files.newInputStream(file);
    }
  }
}
