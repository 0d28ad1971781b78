package dev.tck.scenarios.world;

import dev.tck.reference.ConnectOptions;
import dev.tck.reference.QueryResult;
import dev.tck.reference.ReferenceConnector;
import dev.tck.reference.ResultValues;
import dev.tck.reference.TaosConnection;
import dev.tck.reference.TaosError;
import dev.tck.results.Blame;
import dev.tck.results.Status;
import dev.tck.targets.Endpoint;
import dev.tck.values.Value;
import java.time.Duration;
import java.util.List;

/**
 * Prepares and inspects databases beside the connector under test: by the reference connector, over
 * REST unless told otherwise, straight to the target.
 */
public final class Control {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final ReferenceConnector connector;
  private final Endpoint endpoint;
  private final ReferenceConnector.Interface by;

  /** Creates a control for a target. */
  public Control(ReferenceConnector connector, Endpoint endpoint) {
    this(connector, endpoint, ReferenceConnector.Interface.REST);
  }

  private Control(
      ReferenceConnector connector, Endpoint endpoint, ReferenceConnector.Interface by) {
    this.connector = connector;
    this.endpoint = endpoint;
    this.by = by;
  }

  /** Returns the same by another interface than this one: WebSocket for REST, REST for others. */
  public Control byOtherThan(String interfaceId) {
    return new Control(
        connector,
        endpoint,
        interfaceId.equals("rest")
            ? ReferenceConnector.Interface.WEBSOCKET
            : ReferenceConnector.Interface.REST);
  }

  /** Returns the target's own address and login. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** Executes statements without a current database. */
  public void execute(List<String> statements) {
    with(
        options(),
        connection -> {
          for (String sql : statements) {
            connection.execute(sql);
          }
          return true;
        });
  }

  /** Executes statements in a database. */
  public void execute(String database, List<String> statements) {
    with(
        options().withDatabase(database),
        connection -> {
          for (String sql : statements) {
            connection.execute(sql);
          }
          return true;
        });
  }

  /** Reads a result in a database. */
  public List<List<Value>> read(String database, String sql) {
    return with(
        options().withDatabase(database),
        connection -> {
          if (connection.query(sql) instanceof QueryResult.ResultSet result) {
            return ResultValues.drain(result);
          }
          throw TaosError.driver("no result set: " + sql);
        });
  }

  private ConnectOptions options() {
    return ConnectOptions.of(endpoint.host(), endpoint.port(), endpoint.user(), endpoint.password())
        .withTimeout(TIMEOUT);
  }

  private interface Work<T> {
    T with(TaosConnection connection) throws TaosError;
  }

  // What the harness itself asks of the target is no fault of the connector under test.
  private <T> T with(ConnectOptions options, Work<T> work) {
    try (TaosConnection connection = connector.connect(by, options)) {
      return work.with(connection);
    } catch (TaosError e) {
      boolean refused = e.origin() == TaosError.Origin.SERVER;
      throw new ScenarioAborted(
          refused ? Status.FAIL : Status.TARGET_FAULT,
          Blame.TARGET,
          (refused
                  ? String.format("the server refused the harness: 0x%04X ", e.code())
                  : "the target does not answer: ")
              + e.getMessage(),
          "");
    }
  }
}
