package dev.tck.embedded.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tck.embedded.TaosException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends recorded statements to an engine and compares the answers with the recorded ones. */
final class RecordingReplay {
  private static final Instant NOW = Instant.parse("2026-11-23T02:30:00Z");
  private static final Pattern ORDERED =
      Pattern.compile("\\border by\\b", Pattern.CASE_INSENSITIVE);

  /** What became of an exchange; without differences it was reproduced. */
  record Outcome(Recording recording, String sql, List<String> differences) {}

  private final List<Outcome> outcomes = new ArrayList<>();
  private int cases;

  private RecordingReplay() {}

  /** Replays all recorded statements, schemaless posts left out. */
  static List<Outcome> replay() throws TaosException {
    RecordingReplay replay = new RecordingReplay();
    try (Engine engine = new Engine("3.3.6.6", Clock.fixed(NOW, ZoneOffset.UTC))) {
      String caseName = "";
      Session session = engine.login("root", "taosdata");
      for (Recording recording : Recording.readAll()) {
        if (!recording.caseName().equals(caseName)) {
          caseName = recording.caseName();
          session = engine.login("root", "taosdata");
          replay.begin(recording, session);
        }
        if (recording.sql().isPresent()) {
          replay.exchange(recording, session);
        }
      }
    }
    return replay.outcomes;
  }

  private String database() {
    return "g_" + cases;
  }

  private void begin(Recording recording, Session session) throws TaosException {
    cases++;
    if (recording.databaseOptions().isPresent()) {
      session.execute("create database " + database() + " " + recording.databaseOptions().get());
      session.use(database());
    }
  }

  private void exchange(Recording recording, Session session) {
    String sql = recording.sql().orElseThrow().replace("$DB", database());
    List<String> differences = new ArrayList<>();
    try {
      compare(recording, sql, session.execute(sql), differences);
    } catch (TaosException e) {
      compareError(recording, e, differences);
    } catch (RuntimeException e) {
      differences.add("crashed: " + e + " " + Arrays.asList(e.getStackTrace()).subList(0, 3));
    }
    outcomes.add(new Outcome(recording, sql, differences));
  }

  private void compareError(Recording recording, TaosException error, List<String> differences) {
    JsonNode answer = recording.answer();
    difference("code", answer.path("code").asText(), Integer.toString(error.code()), differences);
    difference("desc", text(answer.path("desc")), String.valueOf(error.getMessage()), differences);
  }

  private String text(JsonNode node) {
    return node.asText().replace("$DB", database());
  }

  private static void difference(
      String what, String expected, String actual, List<String> differences) {
    if (!expected.equals(actual)) {
      differences.add(what + ": expected " + expected + ", but was " + actual);
    }
  }

  private void compare(
      Recording recording, String sql, StatementResult result, List<String> differences)
      throws TaosException {
    JsonNode answer = recording.answer();
    if (answer.path("code").intValue() != 0) {
      differences.add("expected error " + answer + ", but there was none");
      return;
    }
    if (result instanceof StatementResult.Affected affected) {
      difference(
          "affected rows",
          answer.path("data").path(0).path(0).asText(),
          Long.toString(affected.rows()),
          differences);
      return;
    }
    try (StatementResult.Rows rows = (StatementResult.Rows) result) {
      difference("columns", answer.path("column_meta").toString(), meta(rows), differences);
      List<byte[]> blocks = new ArrayList<>();
      for (byte[] block = rows.nextBlock(); block != null; block = rows.nextBlock()) {
        blocks.add(block);
      }
      compareRows(recording, sql, rows, blocks, differences);
    }
  }

  private static String meta(StatementResult.Rows rows) {
    ArrayNode meta = BlockCells.nodes().arrayNode();
    for (ResultColumn column : rows.columns()) {
      String type = column.type().sqlName();
      if (column.type().isDecimal()) {
        type += "(" + column.precision() + "," + column.scale() + ")";
      }
      meta.add(BlockCells.nodes().arrayNode().add(column.name()).add(type).add(column.length()));
    }
    return meta.toString();
  }

  // The order of rows is only a promise if the statement asks for one.
  private void compareRows(
      Recording recording,
      String sql,
      StatementResult.Rows rows,
      List<byte[]> blocks,
      List<String> differences) {
    List<String> expected = new ArrayList<>();
    for (JsonNode row : recording.answer().path("data")) {
      List<JsonNode> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(BlockCells.normalised(cell)));
      expected.add(cells.toString().replace("$DB", database()));
    }
    List<String> actual = new ArrayList<>();
    for (byte[] block : blocks) {
      for (List<JsonNode> row : BlockCells.rows(block, rows.precision())) {
        actual.add(row.stream().map(BlockCells::normalised).toList().toString());
      }
    }
    boolean sameOrder = expected.equals(actual);
    if (!sameOrder && !ORDERED.matcher(sql).find()) {
      expected = expected.stream().sorted().toList();
      actual = actual.stream().sorted().toList();
    }
    difference("rows", expected.toString(), actual.toString(), differences);
    boolean namesDatabase = recording.answer().toString().contains("$DB");
    if (sameOrder && !namesDatabase) {
      compareBlocks(recording.blocks(), blocks, differences);
    }
  }

  private static void compareBlocks(
      List<byte[]> expected, List<byte[]> actual, List<String> differences) {
    Optional<Integer> different = Optional.empty();
    for (int index = 0; index < Math.max(expected.size(), actual.size()); index++) {
      boolean same =
          index < expected.size()
              && index < actual.size()
              && Arrays.equals(expected.get(index), actual.get(index));
      if (!same && different.isEmpty()) {
        different = Optional.of(index);
      }
    }
    different.ifPresent(
        index ->
            differences.add(
                "block %d of %d differs (there are %d)"
                    .formatted(index, expected.size(), actual.size())));
  }
}
