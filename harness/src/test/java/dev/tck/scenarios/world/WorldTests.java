package dev.tck.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.adapter.Requests;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.doubles.StubTarget;
import dev.tck.reference.ReferenceConnector;
import dev.tck.results.Blame;
import dev.tck.results.CheckResult;
import dev.tck.results.Level;
import dev.tck.results.Status;
import dev.tck.values.Precision;
import dev.tck.values.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldTests {
  private final StubTarget target = new StubTarget("Secret:1");
  private final ScriptedChannel channel = new ScriptedChannel(ScriptedChannel::ok);
  private final DatabaseNames names = new DatabaseNames("RUN");
  private final World world = world("3.3.6.6", Optional.empty());

  @AfterEach
  void stop() {
    target.close();
  }

  private World world(String tdengine, Optional<String> stopped) {
    return new World(
        new World.Cell(
            "rest",
            target.endpoint(),
            new Control(new ReferenceConnector(), target.endpoint()),
            names,
            tdengine,
            Optional.empty(),
            () -> stopped),
        new AdapterClient(channel, new Requests(Duration.ofSeconds(5))));
  }

  private List<String> creations() {
    return target.statements().stream().filter(sql -> sql.startsWith("create")).toList();
  }

  @Test
  void createsDatabasesOfTheScenariosOwn() {
    world.createDatabase("");
    world.createDatabase("PRECISION  'ns' vgroups 2");
    assertThat(creations())
        .containsExactly(
            "create database tck_run_1 vgroups 1 ",
            "create database tck_run_2 PRECISION  'ns' vgroups 2");
    assertThat(world.templates().expand("$DB $DB2")).isEqualTo("tck_run_1 tck_run_2");
    assertThat(world.databases()).containsExactly("tck_run_1", "tck_run_2");
    assertThat(world.requiredDatabase()).isEqualTo("tck_run_1");
    assertThat(world.precision()).isEqualTo(Precision.NANOSECONDS);
    assertThat(names.databases()).containsExactlyInAnyOrder("tck_run_1", "tck_run_2");
    names.dropped("tck_run_1");
    assertThat(names.databases()).containsExactly("tck_run_2");
  }

  @Test
  void asksOldServersForNoVgroups() {
    world("2.6.0.34", Optional.empty()).createDatabase("keep 36500");
    assertThat(creations()).containsExactly("create database tck_run_1 keep 36500");
  }

  @Test
  void createsUsersOfTheScenariosOwn() {
    world.createUser("Ab1'\"");
    assertThat(creations()).containsExactly("create user tck_run_u1 pass 'Ab1\\'\"'");
    assertThat(world.templates().expand("$USER")).isEqualTo("tck_run_u1");
    assertThat(world.users()).containsExactly("tck_run_u1");
    assertThat(names.users()).containsExactly("tck_run_u1");
  }

  @Test
  void failsTheScenarioWhenTheServerRefusesWhatItStartsFrom() {
    target.refusing("create", 0x0388, "Database already exists");
    for (Runnable start :
        List.<Runnable>of(() -> world.createDatabase(""), () -> world.createUser("Ab1!abcd"))) {
      ScenarioAborted aborted = catchThrowableOfType(ScenarioAborted.class, start::run);
      assertThat(aborted.status()).isEqualTo(Status.FAIL);
      assertThat(aborted.blame()).isEqualTo(Blame.TARGET);
      assertThat(aborted)
          .hasMessage("the server refused the harness: 0x0388 Database already exists");
    }
    assertThat(world.checks().results())
        .extracting(CheckResult::id, CheckResult::level, CheckResult::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("prepared", Level.MUST, Status.FAIL),
            org.assertj.core.groups.Tuple.tuple("prepared#2", Level.MUST, Status.FAIL));
  }

  @Test
  void leavesNoUserToDropThatTheServerRefused() {
    target.refusing("create user", 0x0350, "User already exists");
    assertThatThrownBy(() -> world.createUser("Ab1!abcd")).isInstanceOf(ScenarioAborted.class);
    assertThat(world.users()).isEmpty();
    assertThat(names.users()).isEmpty();
  }

  @Test
  void blamesTheTargetThatDoesNotAnswer() {
    target.die();
    ScenarioAborted aborted =
        catchThrowableOfType(ScenarioAborted.class, () -> world.createDatabase(""));
    assertThat(aborted.status()).isEqualTo(Status.TARGET_FAULT);
    assertThat(aborted.blame()).isEqualTo(Blame.TARGET);
    assertThat(aborted)
        .hasMessageStartingWith("the target does not answer: ")
        .hasMessageNotContaining("Secret");
  }

  @Test
  void preparesAndReadsInTheScenariosDatabase() {
    target.answering(
        "select v", "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[5]],\"rows\":1}");
    world.createDatabase("");
    world.prepare(List.of("create table t", "insert into t"));
    assertThat(target.statements()).endsWith("use `tck_run_1`", "create table t", "insert into t");
    assertThat(world.cell().control().read("tck_run_1", "select v from t"))
        .containsExactly(List.of(Value.Int.of(Value.IntegerKind.I32, 5)));
    assertThatThrownBy(() -> world.cell().control().read("tck_run_1", "insert"))
        .isInstanceOf(ScenarioAborted.class)
        .hasMessageContaining("no result set: insert");
  }

  @Test
  void connectsAsTheCellSaysUnlessOverridden() {
    world.connect("main", Map.of());
    world.createDatabase("");
    world.connect("main", Map.of());
    world.connect("main", Map.of("database", "", "user", "u", "password", "p", "timezone", "UTC"));
    String address =
        "{\"interface\":\"rest\",\"host\":\"127.0.0.1\",\"port\":" + target.endpoint().port();
    assertThat(channel.requests())
        .extracting(request -> request.arguments().toString())
        .containsExactly(
            address + ",\"user\":\"root\",\"password\":\"Secret:1\"}",
            address + ",\"user\":\"root\",\"password\":\"Secret:1\",\"database\":\"tck_run_1\"}",
            address + ",\"user\":\"u\",\"password\":\"p\",\"timezone\":\"UTC\"}");
  }

  @Test
  void saysWhatIsMissingWhenAStepComesTooEarly() {
    assertThatThrownBy(world::last).hasMessage("nothing was executed before this step");
    assertThatThrownBy(world::requiredDatabase)
        .hasMessage("the scenario has no database; begin with “Given a database”");
    Answer answer = new Answer.Done(Optional.empty());
    world.answered(answer);
    assertThat(world.last()).isSameAs(answer);
  }

  @Test
  void startsNoScenarioAfterTheRunWasStopped() {
    world.requireRunning();
    ScenarioAborted aborted =
        catchThrowableOfType(
            ScenarioAborted.class,
            () -> world("3.3.6.6", Optional.of("the run was interrupted")).requireRunning());
    assertThat(aborted.status()).isEqualTo(Status.NOT_RUN);
    assertThat(aborted).hasMessage("the run was interrupted");
  }
}
