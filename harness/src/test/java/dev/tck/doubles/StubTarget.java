package dev.tck.doubles;

import dev.tck.targets.Endpoint;
import dev.tck.targets.Target;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A target over REST that accepts whatever changes data, tells its version, answers {@code select
 * 1}, and else what a test says; answers have the form that TDengine 3.3.6.6 gives
 * (recordings/rest-3.3.6.6.ndjson).
 */
public final class StubTarget implements Target {
  private static final String AFFECTED =
      "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[0]],\"rows\":1}";
  private static final String ONE =
      "{\"code\":0,\"column_meta\":[[\"1\",\"BIGINT\",8]],\"data\":[[1]],\"rows\":1}";

  private final RestStub server = new RestStub(call -> answer(call.sql()));
  private final Map<String, RestStub.Answer> answers = new ConcurrentHashMap<>();
  private final String password;
  private volatile boolean alive = true;
  private volatile boolean restartable;

  /** Starts a target that everybody may use with this password. */
  public StubTarget(String password) {
    this.password = password;
  }

  /** Says what statements that begin with these words are answered. */
  public StubTarget answering(String beginning, String json) {
    answers.put(beginning, RestStub.json(json));
    return this;
  }

  /** Never answers statements that begin with these words. */
  public StubTarget withholding(String beginning) {
    answers.put(beginning, RestStub.json("").in(RestStub.Manner.SILENT));
    return this;
  }

  /** Refuses statements that begin with these words. */
  public StubTarget refusing(String beginning, int code, String message) {
    return answering(beginning, "{\"code\":" + code + ",\"desc\":\"" + message + "\"}");
  }

  private RestStub.Answer answer(String sql) {
    for (Map.Entry<String, RestStub.Answer> entry : answers.entrySet()) {
      if (sql.startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return switch (sql) {
      case "select 1" -> RestStub.json(ONE);
      case "select server_version()" -> RestStub.json(RestStub.version("3.3.6.6"));
      default -> RestStub.json(AFFECTED);
    };
  }

  /** Returns the statements that came, in their order. */
  public List<String> statements() {
    return server.calls().stream().map(RestStub.Call::sql).toList();
  }

  /** Answers no more, and says so when it is asked. */
  public void die() {
    alive = false;
    server.close();
  }

  /** Is dead until somebody starts it again, which works. */
  public void faint() {
    alive = false;
    restartable = true;
  }

  @Override
  public boolean restart() {
    alive = alive || restartable;
    return alive;
  }

  @Override
  public String kind() {
    return "remote";
  }

  @Override
  public String tdengine() {
    return "3.3.6.6";
  }

  @Override
  public Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.port(), "root", password);
  }

  @Override
  public boolean isAlive() {
    return alive;
  }

  @Override
  public void close() {
    server.close();
  }
}
