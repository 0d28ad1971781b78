package dev.tck.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.doubles.StubTarget;
import dev.tck.reference.ReferenceConnector;
import dev.tck.scenarios.world.Control;
import dev.tck.scenarios.world.DatabaseNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JanitorTests {
  private final StubTarget target = new StubTarget("taosdata");
  private final DatabaseNames names = new DatabaseNames("j");
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    target.close();
  }

  private Janitor janitor() {
    return new Janitor(
        new Control(new ReferenceConnector(), target.endpoint()), names, complaints::add);
  }

  private List<String> drops() {
    return target.statements().stream().filter(sql -> sql.startsWith("drop")).toList();
  }

  @Test
  void dropsDatabasesAndUsersAndForgetsThem() {
    try (Janitor janitor = janitor()) {
      for (int scenario = 0; scenario < 30; scenario++) {
        janitor.drop(List.of(names.newDatabase()), List.of(names.newUser()));
      }
      janitor.drop(List.of(), List.of());
    }
    assertThat(drops()).hasSize(60).doesNotHaveDuplicates();
    assertThat(names.databases()).isEmpty();
    assertThat(names.users()).isEmpty();
    assertThat(complaints).isEmpty();
  }

  @Test
  void dropsWhatNobodyHandedOver() {
    String database = names.newDatabase();
    String user = names.newUser();
    janitor().close();
    assertThat(drops()).containsExactly("drop database if exists " + database, "drop user " + user);
  }

  @Test
  void complainsOnceOfWhatCannotBeDropped() {
    target.refusing("drop database", 0x0388, "busy");
    String database = names.newDatabase();
    try (Janitor janitor = janitor()) {
      janitor.drop(List.of(database), List.of());
    }
    assertThat(complaints)
        .containsExactly(
            database + " could not be dropped: the server refused the harness: 0x0388 busy");
    assertThat(names.databases()).containsExactly(database);
  }

  @Test
  void saysNothingWhenTheSecondAttemptSucceeds() {
    target.refusing("drop database", 0x0388, "busy");
    String database = names.newDatabase();
    try (Janitor janitor = janitor()) {
      janitor.drop(List.of(database), List.of());
      while (drops().isEmpty()) {
        Thread.onSpinWait();
      }
      target.answering(
          "drop database",
          "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[0]],\"rows\":1}");
    }
    assertThat(complaints).isEmpty();
    assertThat(names.databases()).isEmpty();
  }
}
