package dev.tck.fidelity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends the steps of one case to a target and gives back what it answered. */
final class CaseRun implements AutoCloseable {
  private final HttpClient client;
  private final Endpoint endpoint;
  private final Duration patience;
  private final RestClient rest;
  private final CaseDatabase database;
  private final boolean qualified;
  private final String socketPath;
  private final Set<String> singleTables = new HashSet<>();
  private @Nullable SocketClient socket;

  CaseRun(
      HttpClient client,
      Endpoint endpoint,
      Duration patience,
      RestClient rest,
      CaseDatabase database,
      boolean qualified,
      String socketPath) {
    this.client = client;
    this.endpoint = endpoint;
    this.patience = patience;
    this.rest = rest;
    this.database = database;
    this.qualified = qualified;
    this.socketPath = socketPath;
  }

  /** Returns the normal and child tables that the case has created so far. */
  Set<String> singleTables() {
    return singleTables;
  }

  /**
   * Sends one step.
   *
   * @param withSocket asks for the WebSocket reply too, if the REST answer leaves it open
   */
  Observation run(Call call, SocketWish withSocket) {
    RestClient.Answer answer;
    try {
      answer = send(call);
    } catch (TransportException e) {
      return new Observation(
          Optional.empty(), Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
    Optional<Answer> read = Answer.read(answer.body());
    boolean succeeded = read.map(found -> !found.isError()).orElse(answer.status() < 300);
    note(call, succeeded);
    RestClient.Answer neutral =
        new RestClient.Answer(
            answer.status(), neutral(AnswerComparison.withoutTiming(answer.body())));
    boolean rows = succeeded && read.map(found -> !found.isAffectedRows()).orElse(false);
    if (!(call instanceof Call.Sql sql) || !withSocket.wants(rows)) {
      return new Observation(Optional.of(neutral), Optional.empty(), Optional.empty());
    }
    return query(named(sql.sql()), neutral);
  }

  /** Says when the WebSocket is asked. */
  enum SocketWish {
    ALWAYS,
    NEVER,
    IF_ROWS;

    boolean wants(boolean rows) {
      return this == ALWAYS || (this == IF_ROWS && rows);
    }
  }

  private RestClient.Answer send(Call call) throws TransportException {
    if (call instanceof Call.Sql sql) {
      return rest.sql(named(sql.sql()), qualified ? "" : database.name());
    }
    Call.Post post = (Call.Post) call;
    return rest.post(named(post.path()), named(post.body()));
  }

  private void note(Call call, boolean succeeded) {
    if (call instanceof Call.Sql sql) {
      SqlShape shape = new SqlShape(named(sql.sql()));
      database.note(shape, succeeded);
      if (succeeded) {
        singleTables.addAll(shape.createdSingleTables());
      }
    }
  }

  private Observation query(String sql, RestClient.Answer answer) {
    try {
      SocketClient open = socket;
      if (open == null) {
        open = SocketClient.open(client, endpoint, socketPath, database.name(), patience);
        socket = open;
      }
      return new Observation(Optional.of(answer), Optional.of(open.query(sql)), Optional.empty());
    } catch (TransportException e) {
      // Replies that are late would be taken for those of the next step.
      close();
      return new Observation(
          Optional.of(answer), Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }

  private String named(String text) {
    return text.replace(Call.DATABASE, database.name());
  }

  private String neutral(String text) {
    return database.name().isEmpty() ? text : text.replace(database.name(), Call.DATABASE);
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
