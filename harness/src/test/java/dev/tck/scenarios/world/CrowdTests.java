package dev.tck.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.doubles.StubTarget;
import dev.tck.reference.ReferenceConnector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrowdTests {
  private final StubTarget target = new StubTarget("Secret:1");

  @AfterEach
  void stop() {
    target.close();
  }

  private World world(ScriptedChannel channel) {
    return new World(
        new World.Cell(
            "websocket",
            target.endpoint(),
            new Control(new ReferenceConnector(), target.endpoint()),
            new DatabaseNames("RUN"),
            "3.3.6.6",
            Optional.empty(),
            Optional::empty),
        new AdapterClient(channel, new Requests(Duration.ofSeconds(5))));
  }

  @Test
  void givesEachWorkerItsThreadItsTurnsAndItsDatabase() {
    ScriptedChannel channel = new ScriptedChannel(ScriptedChannel::ok);
    World world = world(channel);
    world.createDatabase("");
    world.createDatabase("");
    List<Crowd.Turn> turns =
        new Crowd(world)
            .work(
                2,
                2,
                (adapter, templates, worker) ->
                    adapter.execute(
                        "main", templates.expand("$WORKER $TURN $NUMBER $TS $MINE $OTHER")));
    assertThat(turns).hasSize(4);
    assertThat(channel.requests())
        .extracting(Request::thread, request -> request.arguments().path("sql").asText())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "worker1", "1 1 0 1700000000000 tck_run_1 tck_run_2"),
            org.assertj.core.groups.Tuple.tuple(
                "worker1", "1 2 1 1700000000001 tck_run_1 tck_run_2"),
            org.assertj.core.groups.Tuple.tuple(
                "worker2", "2 1 2 1700000000002 tck_run_2 tck_run_1"),
            org.assertj.core.groups.Tuple.tuple(
                "worker2", "2 2 3 1700000000003 tck_run_2 tck_run_1"));
    assertThat(turns)
        .extracting(turn -> turn.templates().expand("$NUMBER"))
        .containsExactly("0", "1", "2", "3");
  }

  // Each waits for the other, so one after the other would never end.
  @Test
  void letsWorkersWorkAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    List<Crowd.Turn> turns =
        new Crowd(world(new ScriptedChannel(ScriptedChannel::ok)))
            .work(
                2,
                1,
                (adapter, templates, worker) -> {
                  both.countDown();
                  return new Answer.Done(Optional.of(met(both) ? 1L : 0L));
                });
    assertThat(turns).extracting(Crowd.Turn::answer).containsOnly(new Answer.Done(Optional.of(1L)));
  }

  private static boolean met(CountDownLatch both) {
    try {
      return both.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void endsTheScenarioWhenTheAdapterCrashes() {
    ScriptedChannel channel =
        new ScriptedChannel(
            request -> {
              throw new AdapterException(AdapterException.Kind.CRASHED, "it is gone", "");
            });
    Crowd crowd = new Crowd(world(channel));
    assertThatThrownBy(
            () -> crowd.work(3, 2, (adapter, templates, worker) -> adapter.query("main", "q")))
        .isInstanceOf(ScenarioAborted.class)
        .hasMessage("at query: it is gone");
  }
}
