package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.fidelity.Call;
import dev.tck.fidelity.Exchange;
import dev.tck.fidelity.RecordedCase;
import dev.tck.fidelity.RecordingFile;
import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.wire.ResultBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Reads what TDengine 3.3.6.6 answered over REST; the same rows were recorded as result blocks too.
 */
class RecordedAnswersTests {
  private static final Path RECORDING =
      Path.of("src/test/resources/recordings/rest-3.3.6.6.ndjson");

  // The order of these rows is nobody's promise, and REST has no current database to tell.
  private static final Set<String> IN_ANY_ORDER =
      Set.of("insert-multi/7", "influx-basic/3", "influx-basic/4");
  private static final String CURRENT_DATABASE = "meta/3";

  private record Recorded(String place, Exchange exchange, String database) {}

  private static List<Recorded> recorded() throws IOException {
    List<Recorded> found = new ArrayList<>();
    for (RecordedCase recorded : new RecordingFile().read(RECORDING).cases()) {
      for (Exchange exchange : recorded.exchanges()) {
        found.add(
            new Recorded(
                recorded.name() + "/" + exchange.step(),
                exchange,
                "g_" + recorded.name().replace('-', '_')));
      }
    }
    return found;
  }

  @Test
  void givesTheValuesOfTheRecordedBlocks() throws Exception {
    List<String> differences = new ArrayList<>();
    int results = 0;
    for (Recorded recorded : recorded()) {
      if (recorded.exchange().socket().isPresent()) {
        results++;
        compare(recorded, differences);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(results).isEqualTo(210);
  }

  private static void compare(Recorded recorded, List<String> differences) throws Exception {
    List<List<Value>> expected = blockValues(recorded.exchange());
    List<List<Value>> found = answerValues(recorded);
    if (IN_ANY_ORDER.contains(recorded.place())) {
      expected.sort(Comparator.comparing(Object::toString));
      found.sort(Comparator.comparing(Object::toString));
    } else if (recorded.place().equals(CURRENT_DATABASE)) {
      expected = List.of(List.of(Value.NULL));
    }
    if (found.size() != expected.size()) {
      differences.add(recorded.place() + ": " + expected.size() + " rows, but " + found.size());
      return;
    }
    for (int row = 0; row < expected.size(); row++) {
      if (!found.get(row).equals(expected.get(row))) {
        differences.add(
            recorded.place()
                + ", row "
                + row
                + ": "
                + expected.get(row)
                + ", but "
                + found.get(row));
      }
    }
  }

  @Test
  void givesTheRecordedErrorsAndAffectedRows() throws Exception {
    int errors = 0;
    int affected = 0;
    for (Recorded recorded : recorded()) {
      if (recorded.exchange().call() instanceof Call.Sql
          && recorded.exchange().socket().isEmpty()) {
        String answer = recorded.exchange().answer();
        long code = number(answer, "\"code\":");
        if (code == 0) {
          affected++;
          assertThat(query(recorded))
              .as(recorded.place())
              .isEqualTo(new QueryResult.Affected(number(answer, "\"data\":[[")));
        } else {
          errors++;
          assertThat(failure(recorded).code()).as(recorded.place()).isEqualTo((int) code);
        }
      }
    }
    assertThat(errors).isPositive();
    assertThat(affected).isPositive();
  }

  private static long number(String answer, String before) {
    int start = answer.indexOf(before) + before.length();
    int end = start;
    while (Character.isDigit(answer.charAt(end))) {
      end++;
    }
    return Long.parseLong(answer.substring(start, end));
  }

  private static List<List<Value>> blockValues(Exchange exchange) {
    Precision precision =
        Precision.ofId(exchange.socket().orElseThrow().path("precision").asInt()).orElseThrow();
    List<List<Value>> rows = new ArrayList<>();
    for (String hex : exchange.blocks()) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
      for (int row = 0; row < block.rows(); row++) {
        rows.add(ResultValues.row(block, row, precision));
      }
    }
    return rows;
  }

  private static List<List<Value>> answerValues(Recorded recorded) throws Exception {
    return ResultValues.drain((QueryResult.ResultSet) query(recorded));
  }

  private static QueryResult query(Recorded recorded) throws Exception {
    String answer = recorded.exchange().answer().replace("$DB", recorded.database());
    return RestAnswer.read(
        new java.io.ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
        recorded.exchange().http(),
        () -> {});
  }

  private static TaosError failure(Recorded recorded) throws Exception {
    try {
      throw new AssertionError(recorded.place() + " gave " + query(recorded));
    } catch (TaosError e) {
      return e;
    }
  }
}
