package dev.tck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnswerComparisonTests {
  // A place in the answer that is not the same in two runs of one server: a host, a time of
  // creation, a database that nobody chose.
  private static final Set<String> WITH_A_FREE_PLACE =
      Set.of("meta/3", "meta/4", "meta/5", "meta/8");

  @Test
  void noticesAnyChangedCharacter() throws IOException {
    Set<String> unnoticed = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    int tried = 0;
    for (RecordedCase recorded : RecordedOn3366.recording().cases()) {
      StepContext context =
          new StepContext(Set.of(), recorded.databaseOptions().isPresent(), "", "");
      for (Exchange exchange : recorded.exchanges()) {
        String answer = seen.add(exchange.answer()) ? exchange.answer() : "";
        for (int at = 0; at < answer.length(); at += answer.length() < 600 ? 1 : 7) {
          char other = answer.charAt(at) == '7' ? '8' : '7';
          String lie = answer.substring(0, at) + other + answer.substring(at + 1);
          tried++;
          if (AnswerComparison.compare(exchange, exchange.http(), lie, context).isSame()) {
            unnoticed.add(recorded.name() + "/" + exchange.step());
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(10_000);
    assertThat(unnoticed).isEqualTo(WITH_A_FREE_PLACE);
  }

  @Test
  void noticesAnotherStatus() throws IOException {
    Exchange exchange = RecordedOn3366.recordedCase("types-all").exchanges().get(0);

    Verdict verdict =
        AnswerComparison.compare(
            exchange, 500, exchange.answer(), new StepContext(Set.of(), true, "", ""));

    assertThat(verdict.mismatch()).map(Mismatch::reason).contains(Reason.HTTP_STATUS);
  }

  @Test
  void tellsTheReason() {
    String error = "{\"code\":9731,\"desc\":\"Table does not exist\"}";
    String one = rows("[[1]]", 1);

    assertThat(reason("select v from t", one, error)).contains(Reason.ERROR_UNEXPECTED);
    assertThat(reason("select v from t", error, one)).contains(Reason.ERROR_MISSING);
    assertThat(reason("select v from t", error, error.replace("9731", "9730")))
        .contains(Reason.ERROR_CODE);
    assertThat(reason("select v from t", error, error.replace("does not", "doesn't")))
        .contains(Reason.ERROR_TEXT);
    assertThat(
            reason(
                "select v from t",
                one,
                "{\"code\":65535,\"desc\":\"MODE is not supported by the embedded server\"}"))
        .contains(Reason.NOT_SUPPORTED);
    assertThat(reason("select v from t", one, one.replace("INT", "BIGINT")))
        .contains(Reason.COLUMNS);
    assertThat(reason("select v from t", one, rows("[[1],[1]]", 2))).contains(Reason.ROW_COUNT);
    assertThat(reason("select v from t", one, rows("[[2]]", 1))).contains(Reason.VALUES);
    assertThat(reason("select v from t", one, rows("[[1.0]]", 1))).contains(Reason.VALUES);
    assertThat(reason("select v from t", one, one.replace("[[1]]", "[ [1]]")))
        .contains(Reason.TEXT);
    assertThat(reason("select v from t", one, "nonsense")).contains(Reason.TEXT);
    assertThat(
            reason(
                "insert into t values(1,1)",
                "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[1]],\"rows\":1}",
                "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[2]],\"rows\":1}"))
        .contains(Reason.AFFECTED_ROWS);
  }

  @Test
  void letsRowsWithoutOrderComeInAnyOrder() {
    String forth = rows("[[1],[2]]", 2);
    String back = rows("[[2],[1]]", 2);

    assertThat(reason("select v from stable", forth, back)).isEmpty();
    assertThat(reason("show tables", forth, back)).isEmpty();
    assertThat(reason("select v from information_schema.ins_tables", forth, back)).isEmpty();
    assertThat(reason("select v from t partition by v", forth, back)).isEmpty();
    assertThat(reason("select v from t", forth, back)).contains(Reason.ROW_ORDER);
    assertThat(reason("describe t", forth, back)).contains(Reason.ROW_ORDER);
    assertThat(reason("select v from stable order by v", forth, back)).contains(Reason.ROW_ORDER);
    assertThat(reason("show tables", forth, rows("[[2],[2]]", 2))).contains(Reason.VALUES);
  }

  @Test
  void letsRowsWithEqualKeysComeInAnyOrder() {
    String meta = "{\"code\":0,\"column_meta\":[[\"k\",\"INT\",4],[\"v\",\"INT\",4]],\"data\":";
    String forth = meta + "[[1,1],[1,2],[2,3]],\"rows\":3}";
    String equalKeysSwapped = meta + "[[1,2],[1,1],[2,3]],\"rows\":3}";
    String otherKeysSwapped = meta + "[[1,1],[2,3],[1,2]],\"rows\":3}";
    String sql = "select k, v from s order by k desc";

    assertThat(reason(sql, forth, equalKeysSwapped)).isEmpty();
    assertThat(reason(sql, forth, otherKeysSwapped)).contains(Reason.ROW_ORDER);
    assertThat(reason("select k, v from s order by 1", forth, equalKeysSwapped)).isEmpty();
    assertThat(reason("select k, v from s order by k, v", forth, equalKeysSwapped))
        .contains(Reason.ROW_ORDER);
    assertThat(reason("select k, v from s order by abs(v)", forth, equalKeysSwapped))
        .contains(Reason.ROW_ORDER);
  }

  @Test
  void masksValuesByTheirMeaningOnly() {
    String early =
        "{\"code\":0,\"column_meta\":[[\"create_time\",\"TIMESTAMP\",8]],"
            + "\"data\":[[\"2026-01-01T00:00:00.000Z\"]],\"rows\":1}";
    String late = early.replace("2026", "2027");

    assertThat(reason("show users", early, late)).isEmpty();
    assertThat(reason("select create_time from information_schema.ins_users", early, late))
        .isEmpty();
    assertThat(reason("select create_time from t", early, late)).contains(Reason.VALUES);
    assertThat(reason("show users", early, early.replace("\"2026-01-01T00:00:00.000Z\"", "null")))
        .contains(Reason.VALUES);
  }

  @Test
  void masksTheHostOfAUserAndTheClock() {
    assertThat(reason("select user()", text("user()", "root@vm"), text("user()", "root@host")))
        .isEmpty();
    assertThat(reason("select user()", text("user()", "root@vm"), text("user()", "joe@vm")))
        .contains(Reason.VALUES);
    assertThat(reason("select now()", text("now()", "a"), text("now()", "b"))).isEmpty();
    assertThat(reason("select 'now()'", text("'now()'", "a"), text("'now()'", "b")))
        .contains(Reason.VALUES);
    assertThat(reason("select server_version() as v", text("v", "3.3.6.6"), text("v", "3.3.6.60")))
        .isEmpty();
    assertThat(
            reason(
                "select server_version() is not null",
                text("server_version() is not null", "a"),
                text("server_version() is not null", "b")))
        .contains(Reason.VALUES);
  }

  private static String rows(String data, int count) {
    return "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":"
        + data
        + ",\"rows\":"
        + count
        + "}";
  }

  private static String text(String column, String value) {
    return "{\"code\":0,\"column_meta\":[[\""
        + column
        + "\",\"VARCHAR\","
        + value.length()
        + "]],\"data\":[[\""
        + value
        + "\"]],\"rows\":1}";
  }

  private static Optional<Reason> reason(String sql, String expected, String actual) {
    Exchange exchange =
        new Exchange(0, new Call.Sql(sql), 200, expected, Optional.empty(), new ArrayList<>());
    return AnswerComparison.compare(
            exchange, 200, actual, new StepContext(Set.of("t"), true, "", ""))
        .mismatch()
        .map(Mismatch::reason);
  }

  @Test
  void removesTimingAtTheEndOnly() {
    assertThat(AnswerComparison.withoutTiming("{\"code\":9728,\"desc\":\"x\",\"timing\":123}"))
        .isEqualTo("{\"code\":9728,\"desc\":\"x\"}");
    assertThat(AnswerComparison.withoutTiming("{\"timing\":1,\"desc\":\",\\\"timing\\\":5\"}"))
        .isEqualTo("{\"timing\":1,\"desc\":\",\\\"timing\\\":5\"}");
    assertThat(List.of(AnswerComparison.withoutTiming("{}"))).containsExactly("{}");
  }
}
