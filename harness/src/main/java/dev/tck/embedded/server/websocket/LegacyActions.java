package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.server.text.ByteText;

/**
 * Answers what {@code /rest/ws} answers in another way than {@code /ws} (protocol notes, {@code
 * websocket.md} §7).
 */
final class LegacyActions {
  private LegacyActions() {}

  static void register(ActionRegistry registry) {
    registry.addOpen("version", "version", LegacyActions::version);
    registry.addOpen("conn", "connect", LegacyActions::connect);
  }

  private static void version(Connection connection, Request.Text request) {
    ByteText reply = connection.bareReply();
    reply.append("{\"code\":0,\"message\":\"\",\"action\":\"version\",\"version\":");
    connection.send(reply.appendHtmlSafe(connection.service().version()));
  }

  private static void connect(Connection connection, Request.Text request)
      throws MalformedArguments, TaosException, AdapterException {
    Arguments args = request.args();
    args.requireObject();
    long id = args.unsigned("req_id");
    String user = args.text("user").orElse("");
    String password = args.text("password").orElse("");
    String database = args.text("db").orElse("");
    if (connection.isConnected()) {
      throw new AdapterException("duplicate connections");
    }
    Session session = connection.service().login(user, password);
    try {
      if (!database.isEmpty()) {
        session.use(database);
      }
    } catch (TaosException e) {
      session.close();
      throw e;
    }
    connection.connected(session);
    ByteText reply = connection.reply(request, id);
    connection.send(reply);
  }
}
