package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.server.exchange.ConnectionZone;
import dev.tck.embedded.server.text.ByteText;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Opens a session and answers questions about it (protocol notes, {@code websocket.md} §3 and §4).
 */
final class ConnectionActions {
  private static final int SERVICE_OK = 2;
  private static final int INVALID_PARAMETERS = 280;
  private static final int INVALID_ARGUMENT = 22;
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final int OPTION_ALL = -1;
  private static final int OPTION_CHARSET = 0;
  private static final int OPTION_TIME_ZONE = 1;
  private static final int OPTION_ADDRESS = 2;
  private static final int OPTION_APPLICATION = 3;

  private ConnectionActions() {}

  static void register(ActionRegistry registry) {
    registry.addOpen("version", "version", ConnectionActions::version);
    registry.addOpen("conn", "connect", ConnectionActions::connect);
    registry.addOpen("check_server_status", "check server status", ConnectionActions::status);
    registry.add("get_current_db", "get current db", ConnectionActions::currentDatabase);
    registry.add("get_server_info", "get server info", ConnectionActions::serverInfo);
    registry.add("options_connection", "options connection", ConnectionActions::options);
  }

  private static void version(Connection connection, Request.Text request)
      throws MalformedArguments {
    if (request.args().present()) {
      request.args().requireObject();
    }
    ByteText reply = connection.reply(request, request.args().unsigned("req_id"));
    connection.send(reply.append(",\"version\":").appendHtmlSafe(connection.service().version()));
  }

  private static void connect(Connection connection, Request.Text request)
      throws MalformedArguments, TaosException, AdapterException {
    Arguments args = request.args();
    args.requireObject();
    long id = args.unsigned("req_id");
    String user = args.text("user").orElse("");
    String password = args.text("password").orElse("");
    String database = args.text("db").orElse("");
    Optional<Integer> mode = args.integer("mode");
    String zone = args.text("tz").orElse("");
    args.text("app");
    args.text("ip");
    if (connection.isConnected()) {
      throw new AdapterException("duplicate connections");
    }
    Session session = connection.service().login(user, password);
    try {
      prepare(session, database, mode, zone);
    } catch (TaosException | AdapterException e) {
      session.close();
      throw e;
    }
    connection.connected(session);
    connection.send(connection.reply(request, id));
  }

  // Mode 0 (BI) hides nothing in the community edition, so that there is nothing to set.
  private static void prepare(Session session, String database, Optional<Integer> mode, String zone)
      throws TaosException, AdapterException {
    if (!database.isEmpty()) {
      session.use(database);
    }
    if (mode.isPresent() && mode.get() != 0) {
      throw new AdapterException("unexpected mode:" + mode.get());
    }
    if (!zone.isEmpty()) {
      session.timeZone(ConnectionZone.ofConnection(zone));
    }
  }

  private static void status(Connection connection, Request.Text request)
      throws MalformedArguments, AdapterException {
    Arguments args = request.args();
    args.requireObject();
    long id = args.unsigned("req_id");
    boolean elsewhere = args.text("fqdn").isPresent();
    args.integer("port");
    if (elsewhere) {
      throw new AdapterException(
          "check_server_status of another server is not supported by the embedded server");
    }
    ByteText reply = connection.reply(request, id).append(",\"status\":");
    reply.appendLong(SERVICE_OK);
    connection.send(reply.append(",\"details\":\"\""));
  }

  private static void currentDatabase(Connection connection, Request.Text request)
      throws MalformedArguments, AdapterException {
    request.args().requireObject();
    long id = request.args().unsigned("req_id");
    String database = connection.session().currentDatabase().orElse("");
    connection.send(connection.reply(request, id).append(",\"db\":").appendHtmlSafe(database));
  }

  private static void serverInfo(Connection connection, Request.Text request)
      throws MalformedArguments {
    request.args().requireObject();
    long id = request.args().unsigned("req_id");
    String info =
        "ver:" + connection.service().version() + "\nbuild:tck embedded server\ngitinfo:none";
    connection.send(connection.reply(request, id).append(",\"info\":").appendHtmlSafe(info));
  }

  private static void options(Connection connection, Request.Text request)
      throws MalformedArguments, TaosException, AdapterException {
    request.args().requireObject();
    long id = request.args().unsigned("req_id");
    List<Arguments> options = request.args().objects("options");
    for (Arguments option : options) {
      option.integer("option");
      option.text("value");
    }
    for (Arguments option : options) {
      apply(connection.session(), option.integer("option").orElse(0), option.text("value"));
    }
    connection.send(connection.reply(request, id));
  }

  private static void apply(Session session, int option, Optional<String> value)
      throws TaosException {
    switch (option) {
      case OPTION_ALL -> session.timeZone(ZoneOffset.UTC);
      case OPTION_TIME_ZONE -> session.timeZone(ConnectionZone.ofConnection(value.orElse("UTC")));
      case OPTION_CHARSET -> {
        if (value.isPresent() && !value.get().equalsIgnoreCase("UTF-8")) {
          throw new TaosException(INVALID_ARGUMENT, "Invalid argument");
        }
      }
      case OPTION_ADDRESS -> {
        if (value.isPresent() && !ADDRESS.matcher(value.get()).matches()) {
          throw new TaosException(INVALID_PARAMETERS, "Invalid parameters");
        }
      }
      case OPTION_APPLICATION -> {
        // Shown by SHOW CONNECTIONS only.
      }
      default -> throw new TaosException(INVALID_PARAMETERS, "Invalid parameters");
    }
  }
}
