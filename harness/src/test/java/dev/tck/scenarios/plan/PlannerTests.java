package dev.tck.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tck.doubles.FeatureFolder;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for connectors of a test's own over the matrix of this repository. */
class PlannerTests {
  private static final String SERVER = "3.3.6.6";
  private static final Candidate REFERENCE =
      new Candidate(
          "reference",
          "ours",
          "java",
          false,
          List.of("rest", "websocket"),
          List.of("0.1.0"),
          Optional.empty());
  private static final Candidate JDBC =
      new Candidate(
          "taos-jdbcdriver",
          "JDBC",
          "java",
          true,
          List.of("rest", "websocket"),
          List.of("3.7.9", "3.5.3"),
          Optional.empty());

  @TempDir private Path folder;
  private final Matrix matrix;
  private @Nullable Suite suite;

  PlannerTests() throws IOException {
    matrix = TestMatrix.load();
  }

  @BeforeEach
  void load() throws IOException {
    suite =
        new FeatureFolder(folder)
            .with(
                "execute-sql/sql.feature",
                """
                Feature: sql

                  @SQL-001 @core
                  Scenario: everywhere
                    Then it fails

                  @SQL-002 @websocket
                  Scenario: by WebSocket
                    Then it fails

                  @SQL-003 @since:3.3.6.7
                  Scenario: later
                    Then it fails

                  @SQL-004 @until:3.3.6.6
                  Scenario: earlier
                    Then it fails
                """)
            .with(
                "connection-management/c.feature",
                """
                Feature: connect

                  @CON-001
                  Scenario Outline: <zone>
                    Then it fails

                    Examples:
                      | zone |
                      | UTC  |
                      | Asia |
                """)
            .load();
  }

  private Plan plan(Selection selection, Candidate... candidates) {
    return plan(selection, SERVER, candidates);
  }

  private Plan plan(Selection selection, String server, Candidate... candidates) {
    return new Planner(matrix, Objects.requireNonNull(suite), List.of(candidates))
        .plan(selection, "embedded", server);
  }

  private static Selection connectors(String... patterns) {
    return new Selection(List.of(patterns), List.of(), List.of(), List.of(), List.of(), false);
  }

  private static Selection interfaces(String... patterns) {
    return new Selection(List.of(), List.of(patterns), List.of(), List.of(), List.of(), false);
  }

  private static Selection features(String... patterns) {
    return new Selection(List.of(), List.of(), List.of(patterns), List.of(), List.of(), false);
  }

  private static Selection scenarios(String... patterns) {
    return new Selection(List.of(), List.of(), List.of(), List.of(patterns), List.of(), false);
  }

  private static Selection rows(String... patterns) {
    return new Selection(List.of(), List.of(), List.of(), List.of(), List.of(patterns), false);
  }

  private static List<String> displays(Plan plan) {
    return plan.cells().stream().map(Plan.Cell::display).toList();
  }

  private static List<String> ids(Plan.Cell cell) {
    return cell.scenarios().stream().map(Scenario::id).toList();
  }

  @Test
  void plansEveryVersionByEveryInterface() {
    Plan plan = plan(Selection.ALL, REFERENCE, JDBC);
    assertThat(displays(plan))
        .containsExactly(
            "reference 0.1.0 rest",
            "reference 0.1.0 websocket",
            "taos-jdbcdriver 3.7.9 rest",
            "taos-jdbcdriver 3.7.9 websocket",
            "taos-jdbcdriver 3.5.3 rest",
            "taos-jdbcdriver 3.5.3 websocket");
    assertThat(plan.cells()).allMatch(cell -> cell.target().equals("embedded:3.3.6.6"));
    assertThat(plan.cells()).allMatch(cell -> cell.row().equals("3.3.0.0+"));
    assertThat(plan.row()).isEqualTo("3.3.0.0+");
  }

  @Test
  void givesACellTheScenariosOfItsInterfaceAndServer() {
    Plan plan = plan(Selection.ALL, REFERENCE);
    assertThat(ids(plan.cells().get(0)))
        .containsExactly("CON-001[Asia]", "CON-001[UTC]", "SQL-001");
    assertThat(ids(plan.cells().get(1)))
        .containsExactly("CON-001[Asia]", "CON-001[UTC]", "SQL-001", "SQL-002");
    assertThat(plan.outcomes()).isEqualTo(7);
    assertThat(ids(plan(Selection.ALL, "3.3.6.7", REFERENCE).cells().get(0))).contains("SQL-003");
    assertThat(ids(plan(Selection.ALL, "3.3.6.5", REFERENCE).cells().get(0))).contains("SQL-004");
  }

  @Test
  void selectsConnectorsAndTheirVersions() {
    assertThat(displays(plan(connectors("reference"), REFERENCE, JDBC)))
        .containsExactly("reference 0.1.0 rest", "reference 0.1.0 websocket");
    assertThat(displays(plan(connectors("taos-jdbcdriver@3.5.3"), REFERENCE, JDBC)))
        .containsExactly("taos-jdbcdriver 3.5.3 rest", "taos-jdbcdriver 3.5.3 websocket");
    assertThat(displays(plan(connectors("*@3.7*", "ref*"), REFERENCE, JDBC))).hasSize(4);
  }

  @Test
  void selectsInterfacesFeaturesAndScenarios() {
    assertThat(displays(plan(interfaces("rest"), REFERENCE)))
        .containsExactly("reference 0.1.0 rest");
    assertThat(ids(plan(features("execute*"), REFERENCE).cells().get(0)))
        .containsExactly("SQL-001");
    assertThat(ids(plan(scenarios("CON-001[UTC]", "SQL-001"), REFERENCE).cells().get(0)))
        .containsExactly("CON-001[UTC]", "SQL-001");
  }

  @Test
  void takesOnlyTheEssentialWhenInAHurry() {
    Selection quick = new Selection(List.of(), List.of(), List.of(), List.of(), List.of(), true);
    Plan plan = plan(quick, JDBC);
    assertThat(displays(plan))
        .containsExactly("taos-jdbcdriver 3.7.9 rest", "taos-jdbcdriver 3.7.9 websocket");
    assertThat(ids(plan.cells().get(0))).containsExactly("SQL-001");
  }

  @Test
  void offersNearMatchesForWhatSelectsNothing() {
    assertThatThrownBy(() -> plan(connectors("taos-jdbcdrivr"), REFERENCE, JDBC))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("no connector matches “taos-jdbcdrivr”; near are taos-jdbcdriver");
    assertThatThrownBy(() -> plan(connectors("taos-jdbcdriver@3.5.4"), JDBC))
        .hasMessageContaining("taos-jdbcdriver@3.5.3");
    assertThatThrownBy(() -> plan(interfaces("websockets"), REFERENCE))
        .hasMessageStartingWith("no interface matches “websockets”; near are websocket");
    assertThatThrownBy(() -> plan(features("execute-sqls"), REFERENCE))
        .hasMessageStartingWith("no feature matches “execute-sqls”; near are execute-sql");
    assertThatThrownBy(() -> plan(scenarios("SQL-01"), REFERENCE))
        .hasMessageStartingWith("no scenario matches “SQL-01”; near are SQL-001");
    assertThatThrownBy(() -> plan(rows("3.3.0.0"), REFERENCE))
        .hasMessageStartingWith("no version row matches “3.3.0.0”; near are 3.3.0.0+");
  }

  @Test
  void refusesSelectionsThatHaveNothingInCommon() {
    assertThatThrownBy(
            () ->
                plan(
                    new Selection(
                        List.of(),
                        List.of(),
                        List.of("execute-sql"),
                        List.of("CON-*"),
                        List.of(),
                        false),
                    REFERENCE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("have nothing in common");
  }

  @Test
  void measuresNothingOnAServerOfAnotherRow() {
    assertThat(plan(rows("3.3.0.0+"), REFERENCE).cells()).hasSize(2);
    Plan other = plan(rows("3.0*"), REFERENCE);
    assertThat(other.cells()).isEmpty();
    assertThat(other.gaps())
        .filteredOn(gap -> gap.connector().equals("reference"))
        .hasSize(2)
        .allMatch(
            gap ->
                gap.reason()
                    .equals(
                        "the server's version 3.3.6.6 belongs to the version row 3.3.0.0+, not to 3.0*"));
    assertThat(plan(rows("3.3.0.0+"), "2.1.7.0", REFERENCE).gaps())
        .anyMatch(gap -> gap.reason().contains("belongs to no version row"));
  }

  @Test
  void saysOfEverythingElseWhyItIsNotMeasured() {
    Candidate abroad =
        new Candidate(
            "taos-jdbcdriver",
            "JDBC",
            "java",
            true,
            List.of("websocket"),
            List.of("3.7.9"),
            Optional.of("it does not exist for this machine"));
    Plan plan = plan(Selection.ALL, abroad);
    assertThat(plan.cells()).isEmpty();
    assertThat(reason(plan, "taos-jdbcdriver", "websocket"))
        .isEqualTo("it does not exist for this machine");
    assertThat(reason(plan, "taos-jdbcdriver", "rest"))
        .isEqualTo("its adapter does not offer the rest interface yet");
    assertThat(reason(plan, "driver-go", "websocket"))
        .isEqualTo("no adapter: there is no folder connectors-under-test/driver-go");
    assertThat(plan.gaps())
        .isSortedAccordingTo(
            java.util.Comparator.comparing(Plan.Gap::language).thenComparing(Plan.Gap::connector));
  }

  @Test
  void saysThatNoScenarioIsAboutAnInterface() {
    Plan plan = plan(scenarios("SQL-002"), REFERENCE);
    assertThat(displays(plan)).containsExactly("reference 0.1.0 websocket");
    assertThat(reason(plan, "reference", "rest"))
        .isEqualTo("none of the selected scenarios is about this interface");
  }

  private static String reason(Plan plan, String connector, String interfaceId) {
    return plan.gaps().stream()
        .filter(gap -> gap.connector().equals(connector) && gap.interfaceId().equals(interfaceId))
        .map(Plan.Gap::reason)
        .findFirst()
        .orElse("no gap");
  }

  @Test
  void leavesOutGapsThatNobodyAskedFor() {
    assertThat(plan(connectors("reference"), REFERENCE, JDBC).gaps()).isEmpty();
    assertThat(plan(connectors("driver-go"), REFERENCE).gaps())
        .isNotEmpty()
        .allMatch(gap -> gap.connector().equals("driver-go"));
  }

  @Test
  void comparesThePlanWithThePagesClaims() {
    int claimed = plan(Selection.ALL, REFERENCE).coverage().claimed();
    assertThat(claimed).isPositive();
    assertThat(plan(Selection.ALL, REFERENCE).coverage().planned())
        .as("our own connector is none of the page's")
        .isZero();
    // The page claims Java for both feature rows by WebSocket; REST has a table of its own.
    assertThat(
            plan(
                    new Selection(
                        List.of(),
                        List.of("websocket"),
                        List.of("execute-sql"),
                        List.of(),
                        List.of(),
                        false),
                    JDBC)
                .coverage())
        .isEqualTo(new Plan.Coverage(claimed, 1));
  }

  @Test
  void hashesCellsScenariosAndSteps() throws IOException {
    String hash = plan(Selection.ALL, REFERENCE).hash();
    assertThat(plan(Selection.ALL, REFERENCE).hash()).isEqualTo(hash);
    assertThat(plan(scenarios("SQL-001"), REFERENCE).hash()).isNotEqualTo(hash);
    assertThat(plan(Selection.ALL, "3.3.6.5", REFERENCE).hash()).isNotEqualTo(hash);
    suite =
        new FeatureFolder(folder)
            .with(
                "connection-management/c.feature",
                "Feature: c\n  @CON-001\n  Scenario: s\n    Then it succeeds\n")
            .load();
    assertThat(plan(Selection.ALL, REFERENCE).hash()).isNotEqualTo(hash);
  }
}
