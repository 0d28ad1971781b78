package dev.tck.scenarios.world;

import dev.tck.results.Blame;
import dev.tck.results.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets many workers do the same at once, each in a thread of the adapter's own.
 *
 * <p>In what they do, {@code $WORKER} counts the workers from 1, {@code $TURN} the turns of a
 * worker from 1, {@code $NUMBER} all turns from 0, {@code $TS} is a millisecond that no other turn
 * has, and {@code $MINE} and {@code $OTHER} are the scenario's two databases, exchanged for every
 * second worker.
 */
public final class Crowd {
  private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;

  private final World world;

  /** Creates workers for a scenario. */
  public Crowd(World world) {
    this.world = world;
  }

  /**
   * What a worker does in one turn.
   *
   * @param templates expand what differs between turns
   */
  public record Turn(Templates templates, Answer answer) {}

  /** Does something by the adapter's thread of a worker. */
  public interface Work {
    /** Does it, and returns what came of it. */
    Answer apply(AdapterClient adapter, Templates templates, int worker);
  }

  /**
   * Lets each worker do its turns in order, and all workers at once.
   *
   * @throws ScenarioAborted if a worker could not go on
   */
  public List<Turn> work(int workers, int turns, Work work) {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<List<Turn>>> running = new ArrayList<>();
      for (int worker = 1; worker <= workers; worker++) {
        int number = worker;
        running.add(threads.submit(() -> turns(number, turns, work)));
      }
      List<Turn> done = new ArrayList<>();
      for (Future<List<Turn>> each : running) {
        done.addAll(each.get());
      }
      return done;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ScenarioAborted aborted) {
        throw aborted;
      }
      throw new IllegalStateException("a worker failed in the harness", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScenarioAborted(Status.NOT_RUN, Blame.HARNESS, "interrupted", "");
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Turn> turns(int worker, int turns, Work work) {
    AdapterClient adapter = world.adapter().inThread("worker" + worker);
    List<Turn> done = new ArrayList<>();
    for (int turn = 1; turn <= turns; turn++) {
      Templates templates = templates(worker, turn, (worker - 1) * turns + turn - 1);
      done.add(new Turn(templates, work.apply(adapter, templates, worker)));
    }
    return done;
  }

  private Templates templates(int worker, int turn, int number) {
    Templates templates = world.templates().copy();
    templates.define("WORKER", Integer.toString(worker));
    templates.define("TURN", Integer.toString(turn));
    templates.define("NUMBER", Integer.toString(number));
    templates.define("TS", Long.toString(FIRST_TIMESTAMP + number));
    List<String> databases = world.databases();
    if (!databases.isEmpty()) {
      templates.define("MINE", databases.get((worker - 1) % databases.size()));
      templates.define("OTHER", databases.get(worker % databases.size()));
    }
    return templates;
  }
}
