package dev.tck.mutants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How the text of a statement goes wrong before it reaches the server. */
final class StatementFaults {
  private static final int LONGEST = 65_535;

  private StatementFaults() {}

  static List<Fault> all() {
    return List.of(
        fault(
            "back-quotes-removed",
            "Back-quotes are taken out of statements",
            sql -> sql.replace("`", "")),
        fault(
            "comment-marks-in-text",
            "Two dashes begin a comment, even inside of text",
            sql -> before(sql, "--")),
        fault(
            "semicolon-in-text",
            "A statement ends at its first semicolon, even inside of text",
            sql -> before(sql, ";")),
        fault(
            "statement-cut", "Statements end after 65,535 bytes", sql -> firstBytes(sql, LONGEST)),
        fault(
            "statement-lower-cased",
            "Statements are sent in lower case",
            sql -> sql.toLowerCase(Locale.ROOT)),
        fault(
            "statement-measured-in-characters",
            "A statement's bytes are counted as characters",
            sql -> firstBytes(sql, sql.length())));
  }

  private static Fault fault(String id, String title, UnaryOperator<String> change) {
    Mutation mutation =
        new Mutation() {
          @Override
          public Request request(Request request) {
            if (!request.arguments().has("sql")) {
              return request;
            }
            ObjectNode arguments = request.arguments().deepCopy();
            arguments.put("sql", change.apply(arguments.path("sql").asText()));
            return new Request(
                request.seq(),
                request.op(),
                request.on(),
                request.as(),
                request.thread(),
                request.deadline(),
                arguments);
          }
        };
    return new Fault.InConnector(id, title, channel -> new MutatedChannel(channel, mutation));
  }

  private static String before(String sql, String mark) {
    int end = sql.indexOf(mark);
    return end < 0 ? sql : sql.substring(0, end);
  }

  private static String firstBytes(String sql, int most) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= most
        ? sql
        : new String(Arrays.copyOf(bytes, most), StandardCharsets.UTF_8);
  }
}
