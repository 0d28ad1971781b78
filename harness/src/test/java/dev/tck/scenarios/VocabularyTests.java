package dev.tck.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tck.matrix.CatalogueEntry;
import dev.tck.matrix.FeatureRow;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.mutants.Fault;
import dev.tck.mutants.Faults;
import dev.tck.scenarios.steps.Example;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.suite.SuiteLoader;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the step classes, the feature files and the matrix against each other. */
class VocabularyTests {
  private static final URI GLUE = URI.create("classpath:/dev/tck/scenarios/steps");
  private static final Path FEATURES = Path.of("..", "features");

  @TempDir private Path folder;

  /** A step of a feature file, and the method that Cucumber takes it for. */
  private record Match(String step, String method, Status status) {}

  private static List<Match> dryRun(Path features) {
    List<Match> matches = Collections.synchronizedList(new ArrayList<>());
    ConcurrentEventListener listener =
        publisher ->
            publisher.registerHandlerFor(
                TestStepFinished.class,
                event -> {
                  if (event.getTestStep() instanceof PickleStepTestStep step) {
                    matches.add(
                        new Match(
                            step.getUri()
                                + ":"
                                + step.getStep().getLine()
                                + " "
                                + step.getStep().getText(),
                            String.valueOf(step.getCodeLocation()),
                            event.getResult().getStatus()));
                  }
                });
    Runtime.builder()
        .withRuntimeOptions(
            new RuntimeOptionsBuilder()
                .addGlue(GLUE)
                .addFeature(FeatureWithLines.parse(features.toUri().toString()))
                .setDryRun()
                .setMonochrome()
                .setNoSummary()
                .build())
        .withAdditionalPlugins(listener)
        .build()
        .run();
    return matches;
  }

  private static List<JavaMethod> steps() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tck.scenarios.steps")
            .stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(
                method ->
                    method.isAnnotatedWith(Given.class)
                        || method.isAnnotatedWith(When.class)
                        || method.isAnnotatedWith(Then.class))
            .sorted(java.util.Comparator.comparing(JavaMethod::getFullName))
            .toList();
  }

  private static Suite suite() throws IOException {
    return new SuiteLoader().load(FEATURES);
  }

  @Test
  void everyStepHasAnExample() {
    assertThat(steps()).isNotEmpty();
    assertThat(steps())
        .allSatisfy(
            method -> {
              assertThat(method.isAnnotatedWith(Example.class))
                  .as(method.getFullName() + " has an @Example")
                  .isTrue();
              assertThat(method.getAnnotationOfType(Example.class).does())
                  .as(method.getFullName())
                  .endsWith(".");
            });
  }

  @Test
  void everyExampleIsTheStepThatItStandsAt() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    for (JavaMethod method : steps()) {
      String example = method.getAnnotationOfType(Example.class).value();
      Path file = folder.resolve(examples.size() + ".feature");
      examples.put(
          file.getFileName().toString(), method.getOwner().getName() + "." + method.getName());
      Files.writeString(
          file, "Feature: f\n\n  Scenario: s\n    " + example.replace("\n", "\n    ") + "\n");
    }
    List<Match> matches = dryRun(folder);
    assertThat(matches).as("one step an example").hasSameSizeAs(examples.keySet());
    assertThat(matches)
        .allSatisfy(
            match -> {
              String file = match.step().replaceFirst("^.*/(\\d+\\.feature):.*$", "$1");
              assertThat(match.status())
                  .as(match.step())
                  .isNotIn(Status.UNDEFINED, Status.AMBIGUOUS);
              assertThat(match.method())
                  .as(match.step())
                  .startsWith(String.valueOf(examples.get(file)) + "(");
            });
  }

  @Test
  void everyStepOfTheFeaturesHasOneMeaning() {
    List<Match> matches = dryRun(FEATURES);
    assertThat(matches).isNotEmpty();
    assertThat(matches)
        .filteredOn(
            match -> match.status() == Status.UNDEFINED || match.status() == Status.AMBIGUOUS)
        .isEmpty();
  }

  @Test
  void scenariosNameFaultsAndCatalogueEntriesThatExist() throws IOException {
    Set<String> faults = Faults.all().stream().map(Fault::id).collect(Collectors.toSet());
    Matrix matrix = TestMatrix.load();
    Set<String> entries =
        matrix.catalogue().stream().map(CatalogueEntry::id).collect(Collectors.toSet());
    for (Scenario scenario : suite().scenarios()) {
      assertThat(faults).as("@killed-by of " + scenario).containsAll(scenario.killedBy());
      assertThat(entries).as("@covers of " + scenario).containsAll(scenario.covers());
    }
  }

  @Test
  void everyFaultIsNamedByAScenario() throws IOException {
    Set<String> named = new TreeSet<>();
    suite().scenarios().forEach(scenario -> named.addAll(scenario.killedBy()));
    assertThat(named).containsAll(Faults.all().stream().map(Fault::id).toList());
  }

  @Test
  void everyFolderIsAFeatureRow() throws IOException {
    List<String> rows = TestMatrix.load().features().rows().stream().map(FeatureRow::id).toList();
    assertThat(suite().scenarios())
        .isNotEmpty()
        .allSatisfy(scenario -> assertThat(rows).contains(scenario.feature()));
  }
}
