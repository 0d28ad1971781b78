package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import dev.tck.doubles.NeedsDocker;
import dev.tck.doubles.TckProcess;
import dev.tck.reference.ConnectOptions;
import dev.tck.reference.QueryResult;
import dev.tck.reference.ReferenceConnector;
import dev.tck.reference.RowCursor;
import dev.tck.reference.TaosConnection;
import dev.tck.reference.TaosError;
import dev.tck.targets.image.ServerImage;
import dev.tck.values.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.ContainerLaunchException;

/** Builds the image of the embedded server, and runs containers of it on the machine's engine. */
@NeedsDocker
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DockerTests {
  private static final String IMAGE =
      ServerImage.REPOSITORY + ":test-" + ProcessHandle.current().pid();
  private static final DockerClient ENGINE = new DockerEngine().client();

  @BeforeAll
  static void buildTheImage(@TempDir Path folder) throws IOException, InterruptedException {
    TckProcess.Ended built =
        TckProcess.run(folder, Map.of(), "serve", "--image", IMAGE, "--tdengine", "3.3.6.3");
    assertThat(built).isEqualTo(new TckProcess.Ended(0, "image: " + IMAGE + "\n", ""));
  }

  @AfterAll
  static void removeTheImage() {
    ENGINE.removeImageCmd(IMAGE).exec();
  }

  @AfterEach
  void leavesNoContainer() {
    assertThat(containers()).isEmpty();
  }

  private static List<Container> containers() {
    return ENGINE.listContainersCmd().withShowAll(true).withAncestorFilter(List.of(IMAGE)).exec();
  }

  private static List<Value> answer(
      Endpoint endpoint, ReferenceConnector.Interface by, String... statements) throws TaosError {
    ConnectOptions options =
        ConnectOptions.of(endpoint.host(), endpoint.port(), endpoint.user(), endpoint.password());
    try (TaosConnection connection = new ReferenceConnector().connect(by, options)) {
      for (int index = 0; index < statements.length - 1; index++) {
        connection.execute(statements[index]);
      }
      RowCursor rows =
          new RowCursor(
              (QueryResult.ResultSet) connection.query(statements[statements.length - 1]));
      assertThat(rows.advance()).isTrue();
      return rows.values();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REST", "WEBSOCKET"})
  void answersThroughTheMappedPort(ReferenceConnector.Interface by) throws TaosError {
    try (TDengineContainer container = new TDengineContainer(IMAGE)) {
      container.start();
      assertThat(
              answer(
                  container.endpoint(),
                  by,
                  "create database d",
                  "create table d.t (ts timestamp, v int)",
                  "insert into d.t values (now, 20) (now + 1s, 22)",
                  "select sum(v) from d.t"))
          .containsExactly(Value.Int.of(Value.IntegerKind.I64, 42));
    }
  }

  @Test
  void isNotRootAndStopsAtOnce() {
    try (TDengineContainer container = new TDengineContainer(IMAGE)) {
      container.start();
      assertThat(container.getContainerInfo().getConfig().getUser()).isEqualTo("10001:10001");
      ENGINE.stopContainerCmd(container.getContainerId()).withTimeout(60).exec();
      // 128 + SIGTERM; had it been deaf to that, it would be 137 after a minute.
      assertThat(
              ENGINE
                  .inspectContainerCmd(container.getContainerId())
                  .exec()
                  .getState()
                  .getExitCodeLong())
          .isEqualTo(143);
    }
  }

  @Test
  void isATargetThatIsStartedAgainAtTheSameAddress() throws TargetException, TaosError {
    try (Target target = new Targets().open(TargetSpec.parse("docker:" + IMAGE))) {
      assertThat(target.kind()).isEqualTo("docker");
      assertThat(target.tdengine()).isEqualTo("3.3.6.3");
      assertThat(target.isAlive()).isTrue();
      answer(
          target.endpoint(),
          ReferenceConnector.Interface.REST,
          "create database old",
          "select server_version()");
      Endpoint before = target.endpoint();

      ENGINE.killContainerCmd(containers().get(0).getId()).exec();
      assertThat(target.isAlive()).isFalse();
      assertThat(target.restart()).isTrue();

      assertThat(target.isAlive()).isTrue();
      assertThat(target.endpoint()).isEqualTo(before);
      assertThat(containers()).hasSize(1);
      assertThat(
              answer(
                  target.endpoint(),
                  ReferenceConnector.Interface.REST,
                  "select count(*) from information_schema.ins_databases where name = 'old'"))
          .containsExactly(Value.Int.of(Value.IntegerKind.I64, 0));
    }
  }

  @Test
  void saysTheLastWordsOfAContainerThatEnds() {
    try (TDengineContainer container =
        new TDengineContainer(IMAGE).withCommand("--tdengine", "9.9.9.9")) {
      assertThatThrownBy(container::start)
          .isInstanceOf(ContainerLaunchException.class)
          .hasMessageContaining(IMAGE + " did not start")
          .hasMessageContaining("the embedded server cannot be TDengine 9.9.9.9");
    }
  }

  @Test
  void givesUpOnAContainerThatNeverAnswers() {
    try (TDengineContainer container =
        new TDengineContainer(IMAGE)
            .withCommand("--tdengine", "3.3.6.3", "--port", "7041")
            .withStartupTimeout(Duration.ofSeconds(2))) {
      assertThatThrownBy(container::start)
          .isInstanceOf(ContainerLaunchException.class)
          .hasMessageContaining("it was not ready within 2 s: no TDengine answers at");
    }
  }

  @Test
  void saysThatAnImageIsNotThere() {
    String refused = refusal("docker:localhost/tck/nobody:1");
    assertThat(refused)
        .contains("localhost/tck/nobody:1 is not on this machine")
        .contains("./tck serve --image");
  }

  @Test
  void saysThatAnImageCannotBePulledWithoutTryingForMinutes() {
    // Nothing listens at port 1.
    assertThat(refusal("docker:localhost:1/tdengine/tdengine:3.3.6.6"))
        .contains(
            "localhost:1/tdengine/tdengine:3.3.6.6 is not on this machine and cannot be pulled")
        .contains("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX");
  }

  @Test
  void looksForTDengineAtTheMirrorThatTestcontainersIsConfiguredWith(@TempDir Path folder)
      throws IOException, InterruptedException {
    TckProcess.Ended ended =
        TckProcess.run(
            folder,
            Map.of("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX", "localhost:1/mirror/"),
            "fidelity",
            "docker:9.9.9.9");
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.errors())
        .contains("the image localhost:1/mirror/tdengine/tdengine:9.9.9.9 is not on this machine");
  }

  private static String refusal(String target) {
    TargetException refused =
        catchThrowableOfType(
            TargetException.class, () -> new Targets().open(TargetSpec.parse(target)));
    assertThat(refused).isNotNull();
    return String.valueOf(refused.getMessage());
  }
}
