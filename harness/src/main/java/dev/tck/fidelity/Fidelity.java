package dev.tck.fidelity;

import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Holds a target against recorded answers of a real server, and makes new recordings.
 *
 * <p>Each case runs in a database of its own, which is created with the recorded options and one
 * vgroup, named with a prefix, and dropped at the end. An exchange is reproduced if its REST answer
 * and, where recorded, its WebSocket reply are; result blocks are counted apart.
 *
 * <p><b>What must be the same</b>: HTTP status; TDengine's code and text; names, types and lengths
 * of columns; number, order and values of rows, each value in the very digits it was printed with;
 * every key of the WebSocket reply; of a block the version, flag, group, column descriptions,
 * lengths, NULLs and values, hence all bytes that the format does not leave open. An answer that
 * means the same but is written otherwise (other escapes, white space) is a difference.
 *
 * <p><b>What may differ</b>, because it differs between two runs of one real server (TDengine
 * 3.3.6.6 replayed on itself); known by the kind of statement and the meaning of a column, never by
 * the recorded case, and reported as left out when it does differ:
 *
 * <ul>
 *   <li>{@code timing}, result ids and request ids.
 *   <li>The database's name, which is {@code $DB} on both sides.
 *   <li>The order of rows, where TDengine promises none: SHOW, system tables, PARTITION BY, GROUP
 *       BY, UNION, and SELECT from anything but normal and child tables, without ORDER BY. With
 *       ORDER BY, the order of rows whose keys are equal. DESCRIBE and one table's rows keep
 *       theirs.
 *   <li>The distribution of such rows over blocks (each vgroup sends its own).
 *   <li>In listings: times of creation and the like, uid, vgroup, connection and process ids.
 *   <li>In SELECT: expressions with {@code now}, {@code today} or {@code rand}; the host in {@code
 *       user()} and {@code current_user()}; {@code server_version()} and {@code client_version()};
 *       {@code database()} in a case without database; the declared length of the last three, which
 *       follows the value. NULL or not, and the type, must still be the same.
 *   <li>In blocks: unused bits of bitmaps, values in NULL slots, the place of values of variable
 *       width; the length of a column in which the database's name or a free value stands.
 * </ul>
 */
public final class Fidelity {
  private final Duration patience;

  /**
   * Creates the room's entrance.
   *
   * @param patience is how long an answer may take before the exchange counts as unanswered
   */
  public Fidelity(Duration patience) {
    this.patience = patience;
  }

  /**
   * Replays a recording on a target and compares.
   *
   * @param prefix begins the names of all databases that are created: letters, digits and
   *     underscores; what has such a name already is dropped
   */
  public FidelityReport replay(
      Recording recording, Endpoint endpoint, String prefix, Progress progress) {
    checkPrefix(prefix);
    Map<String, Area> areas = new LinkedHashMap<>();
    List<Difference> differences = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    List<String> leftBehind = new ArrayList<>();
    try (Line line = new Line(endpoint, patience)) {
      int done = 0;
      for (RecordedCase recorded : recording.cases()) {
        progress.starts(recorded.name(), done, recording.size());
        CaseDatabase database = line.database(recorded, prefix);
        CaseTally tally = new CaseTally(recorded, database.name());
        compare(recorded, line, database, recording, tally);
        leftBehind.addAll(database.drop());
        areas.merge(recorded.name(), tally.area(), Fidelity::sum);
        differences.addAll(tally.differences());
        leftOut.addAll(tally.leftOut());
        done += recorded.exchanges().size();
      }
    }
    Area all = areas.values().stream().reduce(new Area(0, 0, 0, 0), Fidelity::sum);
    return new FidelityReport(
        all.total(),
        all.reproduced(),
        all.blocks(),
        all.blocksReproduced(),
        areas,
        differences,
        leftOut,
        leftBehind);
  }

  private static Area sum(Area left, Area right) {
    return new Area(
        left.total() + right.total(),
        left.reproduced() + right.reproduced(),
        left.blocks() + right.blocks(),
        left.blocksReproduced() + right.blocksReproduced());
  }

  private static void compare(
      RecordedCase recorded,
      Line line,
      CaseDatabase database,
      Recording recording,
      CaseTally tally) {
    Optional<Mismatch> obstacle = prepare(recorded, database);
    if (obstacle.isPresent()) {
      tally.addUnprepared(obstacle.get());
      return;
    }
    try (CaseRun run = line.run(database, recording.isQualified(), recording.socketPath())) {
      for (Exchange exchange : recorded.exchanges()) {
        CaseRun.SocketWish wish =
            exchange.socket().isPresent() ? CaseRun.SocketWish.ALWAYS : CaseRun.SocketWish.NEVER;
        tally.add(exchange, run.run(exchange.call(), wish), run.singleTables());
      }
    }
  }

  private static Optional<Mismatch> prepare(RecordedCase recorded, CaseDatabase database) {
    try {
      return database.prepare(recorded);
    } catch (TransportException e) {
      return Optional.of(
          new Mismatch(Reason.SETUP, "a target that answers", String.valueOf(e.getMessage())));
    }
  }

  /**
   * Sends the steps of a script to a server and writes what it answers as a recording.
   *
   * @param script gives cases and steps; its answers are ignored
   * @param prefix begins the names of all databases that are created
   * @throws IOException if the recording cannot be written, a case cannot be prepared, or the
   *     server does not answer; the message names case and step
   */
  public void record(
      Recording script, Endpoint endpoint, String prefix, Writer target, Progress progress)
      throws IOException {
    checkPrefix(prefix);
    RecordingFile file = new RecordingFile();
    try (Line line = new Line(endpoint, patience)) {
      int done = 0;
      for (RecordedCase wanted : script.cases()) {
        progress.starts(wanted.name(), done, script.size());
        CaseDatabase database = line.database(wanted, prefix);
        try (CaseRun run = line.run(database, false, Recording.UNIFIED_SOCKET)) {
          file.write(recorded(wanted, database, run), target);
        } finally {
          database.drop();
        }
        done += wanted.exchanges().size();
      }
    }
  }

  private static RecordedCase recorded(RecordedCase wanted, CaseDatabase database, CaseRun run)
      throws IOException {
    Optional<Mismatch> obstacle = prepare(wanted, database);
    if (obstacle.isPresent()) {
      throw new IOException(
          "case " + wanted.name() + " cannot be prepared: " + obstacle.get().actual());
    }
    List<Exchange> exchanges = new ArrayList<>();
    for (Exchange step : wanted.exchanges()) {
      Observation observation = run.run(step.call(), CaseRun.SocketWish.IF_ROWS);
      if (observation.problem().isPresent()) {
        throw new IOException(
            "case " + wanted.name() + ", step " + step.step() + ": " + observation.problem().get());
      }
      RestClient.Answer answer = observation.answer().orElseThrow();
      exchanges.add(
          new Exchange(
              step.step(),
              step.call(),
              answer.status(),
              answer.body(),
              observation.socket().map(SocketClient.Result::reply),
              observation.socket().map(SocketClient.Result::blocks).orElse(List.of())));
    }
    return new RecordedCase(wanted.name(), wanted.databaseOptions(), exchanges);
  }

  private static void checkPrefix(String prefix) {
    if (!prefix.matches("[a-z][a-z0-9_]{0,15}")) {
      throw new IllegalArgumentException(
          "a prefix is a letter and up to 15 letters, digits and underscores in lower case, not \""
              + prefix
              + "\"");
    }
  }

  /** The way to one target: its clients and their threads. */
  private static final class Line implements AutoCloseable {
    private final Endpoint endpoint;
    private final Duration patience;
    private final ExecutorService threads = Executors.newCachedThreadPool(Line::thread);
    private final HttpClient client;
    private final RestClient rest;

    Line(Endpoint endpoint, Duration patience) {
      this.endpoint = endpoint;
      this.patience = patience;
      this.client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(patience)
              .executor(threads)
              .build();
      this.rest = new RestClient(client, endpoint, patience);
    }

    private static Thread thread(Runnable task) {
      Thread thread = new Thread(task, "tck-fidelity");
      thread.setDaemon(true);
      return thread;
    }

    CaseDatabase database(RecordedCase recorded, String prefix) {
      return new CaseDatabase(rest, CaseDatabase.nameOf(recorded, prefix));
    }

    CaseRun run(CaseDatabase database, boolean qualified, String socketPath) {
      return new CaseRun(client, endpoint, patience, rest, database, qualified, socketPath);
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }
}
