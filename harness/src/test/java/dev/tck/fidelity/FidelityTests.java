package dev.tck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Replays against a server of the JDK that says what it was told to, true or not. */
class FidelityTests {
  private static final String AFFECTED_0 =
      "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[0]],\"rows\":1}";

  @Test
  void findsAFaithfulServerFaithful() throws IOException {
    Recording recording = withoutRows();
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      FidelityReport report = replay(recording, parrot);

      assertThat(report.differences()).isEmpty();
      assertThat(report.exchanges()).isEqualTo(302);
      assertThat(report.reproduced()).isEqualTo(302);
      assertThat(report.share()).isEqualTo(1.0);
      assertThat(report.leftBehind()).isEmpty();
    }
  }

  @Test
  void findsEveryLie() throws IOException {
    Recording recording = withoutRows();
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      Set<String> told = new TreeSet<>();
      parrot.lie(
          (place, answer) -> {
            if (told.size() < 40 && place.hashCode() % 7 == 0) {
              told.add(place);
              return answer.isEmpty() ? "?" : answer.replaceFirst("[0-9]", "");
            }
            return answer;
          });
      FidelityReport report = replay(recording, parrot);

      Set<String> found = new TreeSet<>();
      report.differences().forEach(found(found));
      assertThat(told).isNotEmpty();
      assertThat(found).isEqualTo(told);
      assertThat(report.reproduced()).isEqualTo(report.exchanges() - told.size());
    }
  }

  private static Consumer<Difference> found(Set<String> places) {
    return difference -> places.add(difference.caseName() + "/" + difference.step());
  }

  @Test
  void createsADatabaseWithOneVgroupForEachCaseAndDropsIt() throws IOException {
    Recording recording =
        new Recording(
            List.of(
                recordedCase("my-case", Optional.of("precision 'ns'"), "insert into t values(1)"),
                recordedCase("other", Optional.empty(), "select 1")));
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      FidelityReport report = replay(recording, parrot);

      assertThat(report.reproduced()).isEqualTo(2);
      assertThat(parrot.requests())
          .containsExactly(
              "/rest/sql drop database if exists fx_my_case",
              "/rest/sql create database fx_my_case precision 'ns' vgroups 1",
              "/rest/sql insert into t values(1)",
              "/rest/sql drop database if exists `fx_my_case`",
              "/rest/sql select 1");
    }
  }

  @Test
  void dropsTopicsAndUsersThatACaseLeaves() throws IOException {
    Recording recording =
        new Recording(
            List.of(
                recordedCase(
                    "t",
                    Optional.of("vgroups 2"),
                    "create topic $DB_a as database $DB",
                    "create topic if not exists $DB_b as database $DB",
                    "drop topic $DB_a",
                    "create user someone pass 'x'")));
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      replay(recording, parrot);

      assertThat(parrot.requests())
          .contains("/rest/sql create database fx_t vgroups 2")
          .endsWith(
              "/rest/sql drop topic if exists `fx_t_b`",
              "/rest/sql drop database if exists `fx_t`",
              "/rest/sql drop user `someone`");
    }
  }

  @Test
  void leavesAUserAloneThatExistedBefore() throws IOException {
    Recording recording =
        new Recording(List.of(recordedCase("u", Optional.empty(), "create user joe pass 'x'")));
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      parrot.answer(
          "show users",
          "{\"code\":0,\"column_meta\":[[\"name\",\"VARCHAR\",24]],\"data\":[[\"root\"],[\"joe\"]],\"rows\":2}");
      FidelityReport report = replay(recording, parrot);

      assertThat(report.differences())
          .singleElement()
          .satisfies(
              difference -> {
                assertThat(difference.reason()).isEqualTo(Reason.SETUP);
                assertThat(difference.actual()).contains("has a user joe");
              });
      assertThat(parrot.requests()).containsExactly("/rest/sql show users");
    }
  }

  @Test
  void tellsWhatCouldNotBePrepared() throws IOException {
    Recording recording =
        new Recording(List.of(recordedCase("a", Optional.of(""), "select 1", "select 2")));
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      parrot.answer(
          "create database fx_a vgroups 1", "{\"code\":256,\"desc\":\"no more\",\"timing\":1}");
      FidelityReport report = replay(recording, parrot);

      assertThat(report.reproduced()).isZero();
      assertThat(report.differences()).hasSize(2);
      assertThat(report.differences().get(0).reason()).isEqualTo(Reason.SETUP);
      assertThat(report.differences().get(0).actual()).contains("no more");
      assertThat(report.areas()).containsEntry("a", new Area(2, 0, 0, 0));
    }
  }

  @Test
  void goesOnAfterAnAnswerThatDoesNotCome() throws IOException {
    Recording recording =
        new Recording(List.of(recordedCase("a", Optional.empty(), "select 1", "select 2")));
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      parrot.hangAt("select 1");
      FidelityReport report =
          new Fidelity(Duration.ofSeconds(2))
              .replay(recording, parrot.endpoint(), "fx_", Progress.SILENT);

      assertThat(report.reproduced()).isEqualTo(1);
      assertThat(report.differences())
          .singleElement()
          .extracting(Difference::reason)
          .isEqualTo(Reason.TRANSPORT);
    }
  }

  @Test
  void reportsAServerThatIsNotThere() throws IOException {
    Recording recording = new Recording(List.of(recordedCase("a", Optional.of(""), "select 1")));
    Endpoint nowhere;
    try (ParrotServer parrot = new ParrotServer(recording, "fx_")) {
      nowhere = parrot.endpoint();
    }
    FidelityReport report =
        new Fidelity(Duration.ofSeconds(5)).replay(recording, nowhere, "fx_", Progress.SILENT);

    assertThat(report.reproduced()).isZero();
    assertThat(report.differences()).extracting(Difference::reason).containsExactly(Reason.SETUP);
    assertThat(report.leftBehind()).isEmpty();
  }

  @Test
  void refusesAPrefixThatCouldMeanAnything() {
    assertThatThrownBy(
            () ->
                new Fidelity(Duration.ofSeconds(1))
                    .replay(
                        new Recording(List.of()),
                        new Endpoint("127.0.0.1", 1, "root", "taosdata"),
                        "",
                        Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a prefix is a letter");
  }

  private static FidelityReport replay(Recording recording, ParrotServer parrot) {
    return new Fidelity(Duration.ofSeconds(30))
        .replay(recording, parrot.endpoint(), "fx_", Progress.SILENT);
  }

  private static RecordedCase recordedCase(
      String name, Optional<String> options, String... statements) {
    List<Exchange> exchanges = new ArrayList<>();
    for (String sql : statements) {
      exchanges.add(
          new Exchange(
              exchanges.size(), new Call.Sql(sql), 200, AFFECTED_0, Optional.empty(), List.of()));
    }
    return new RecordedCase(name, options, exchanges);
  }

  // A parrot over HTTP alone cannot answer on WebSocket.
  private static Recording withoutRows() throws IOException {
    List<RecordedCase> cases = new ArrayList<>();
    for (RecordedCase recorded : RecordedOn3366.recording().cases()) {
      List<Exchange> kept =
          recorded.exchanges().stream().filter(exchange -> exchange.socket().isEmpty()).toList();
      cases.add(new RecordedCase(recorded.name(), recorded.databaseOptions(), kept));
    }
    return new Recording(cases);
  }
}
