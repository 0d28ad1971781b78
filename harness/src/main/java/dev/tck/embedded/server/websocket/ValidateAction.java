package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.wire.BinaryRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Answers whether SQL is valid (protocol notes, {@code websocket.md} §5.10).
 *
 * <p>A statement that only reads is begun and given up, which finds the same errors. One that
 * changes something cannot be tried; it is refused.
 */
final class ValidateAction {
  private static final Set<String> READING = Set.of("select", "show", "describe", "desc");
  private static final int FAILURE = 0x8000_0000;

  private ValidateAction() {}

  static void register(ActionRegistry registry) {
    registry.add(BinaryRequest.VALIDATE_SQL, "validate_sql", ValidateAction::validate);
  }

  private static void validate(Connection connection, Request.Binary request)
      throws AdapterException {
    String sql = QueryActions.sql(request.frame());
    int code = code(connection, sql);
    ByteText reply = connection.reply(request, BinaryRequest.requestId(request.frame()));
    reply.append(",\"result_code\":").appendLong(code);
    connection.send(reply);
  }

  private static int code(Connection connection, String sql) throws AdapterException {
    Session session = connection.session();
    try {
      connection.service().check(session, sql);
      if (!READING.contains(verb(sql))) {
        throw new AdapterException(
            "validate_sql of a statement that changes something is not supported by the embedded"
                + " server");
      }
      if (session.execute(sql) instanceof StatementResult.Rows rows) {
        rows.close();
      }
      return 0;
    } catch (TaosException e) {
      return FAILURE | e.code();
    }
  }

  private static String verb(String sql) {
    String text = sql.stripLeading();
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
