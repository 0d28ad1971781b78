package dev.tck.scenarios.run;

import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.world.World;
import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.java.JavaBackendProviderService;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs scenarios one after another by Cucumber's core runtime, each with a world of its own. */
final class CucumberSession {
  private static final URI GLUE = URI.create("classpath:/dev/tck/scenarios/steps");

  private final Lifecycle lifecycle;
  private final Map<Place, Scenario> byPlace = new HashMap<>();
  private final Steps steps = new Steps();
  private @Nullable RuntimeException failure;

  /** Begins and ends scenarios. */
  interface Lifecycle {
    /** Returns the state for a scenario that begins. */
    World begin(Scenario scenario);

    /** Takes the result of a scenario that ended. */
    void end(Scenario scenario, World world, Result result);
  }

  private record Place(URI uri, int line) {}

  CucumberSession(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /**
   * Runs the scenarios in the order of their feature files.
   *
   * @throws RuntimeException if the lifecycle threw one; the first, after all scenarios
   */
  void run(List<Scenario> scenarios) {
    Map<Feature, List<Pickle>> selected = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      Pickle pickle = scenario.pickle();
      byPlace.put(new Place(pickle.getUri(), pickle.getLocation().getLine()), scenario);
      selected.computeIfAbsent(scenario.source(), feature -> new ArrayList<>()).add(pickle);
    }
    List<Feature> features = new ArrayList<>();
    selected.forEach((feature, pickles) -> features.add(new SelectedFeature(feature, pickles)));
    // Of the incrementing generator a process can have 256, and every control run is a session.
    Runtime.builder()
        .withRuntimeOptions(
            new RuntimeOptionsBuilder().addGlue(GLUE).setMonochrome().setNoSummary().build())
        .withFeatureSupplier(() -> features)
        .withUuidGeneratorSupplier(RandomUuidGenerator::new)
        .withObjectFactorySupplier(() -> steps)
        .withBackendSupplier(
            () ->
                List.of(
                    new JavaBackendProviderService()
                        .create(steps, steps, CucumberSession.class::getClassLoader)))
        .withAdditionalPlugins(new Listener())
        .build()
        .run();
    if (failure != null) {
      throw failure;
    }
  }

  // Cucumber would print the failures of listeners itself, and tell only how many there were.
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failure = failure == null ? e : failure;
    }
  }

  private Scenario scenario(TestCase testCase) {
    Place place = new Place(testCase.getUri(), testCase.getLocation().getLine());
    return Objects.requireNonNull(byPlace.get(place), "a test case that nobody asked for");
  }

  private final class Listener implements ConcurrentEventListener {
    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(
          TestCaseStarted.class,
          event -> guarded(() -> steps.world = lifecycle.begin(scenario(event.getTestCase()))));
      publisher.registerHandlerFor(
          TestCaseFinished.class,
          event ->
              guarded(
                  () ->
                      lifecycle.end(
                          scenario(event.getTestCase()),
                          Objects.requireNonNull(steps.world),
                          event.getResult())));
    }
  }

  /** Makes the step classes of the scenario that is running. */
  private static final class Steps implements ObjectFactory {
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private @Nullable World world;

    @Override
    public boolean addClass(Class<?> type) {
      return true;
    }

    @Override
    public void start() {
      instances.clear();
    }

    @Override
    public void stop() {
      instances.clear();
    }

    @Override
    public <T> T getInstance(Class<T> type) {
      return type.cast(instances.computeIfAbsent(type, this::create));
    }

    private Object create(Class<?> type) {
      try {
        return type.getConstructor(World.class).newInstance(world);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(type + " cannot be made", e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " needs a public constructor with a World", e);
      }
    }
  }

  /** A feature file reduced to the scenarios that are to run. */
  private record SelectedFeature(io.cucumber.core.gherkin.Feature feature, List<Pickle> getPickles)
      implements io.cucumber.core.gherkin.Feature {
    @Override
    public Pickle getPickleAt(Node node) {
      return feature.getPickleAt(node);
    }

    @Override
    public String getSource() {
      return feature.getSource();
    }

    @Override
    public Iterable<?> getParseEvents() {
      return feature.getParseEvents();
    }

    @Override
    public URI getUri() {
      return feature.getUri();
    }

    @Override
    public java.util.Collection<Node> elements() {
      return feature.elements();
    }

    @Override
    public Location getLocation() {
      return feature.getLocation();
    }

    @Override
    public Optional<String> getKeyword() {
      return feature.getKeyword();
    }

    @Override
    public Optional<String> getName() {
      return feature.getName();
    }

    @Override
    public Optional<Node> getParent() {
      return feature.getParent();
    }
  }
}
