package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Speaks to a stub of libtaos 2.2.2.10, which hands out columns and lacks some functions. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NativeTwoTests extends StubbedConnection {

  @Override
  StubLibrary.Version version() {
    return StubLibrary.Version.TWO;
  }

  @Test
  void tellsTheLibrarysVersion() {
    assertThat(connector.libraryVersion()).isEqualTo("2.2.2.10");
  }

  @Test
  void readsValuesOfEachType() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      QueryResult.ResultSet result = resultSet(connection, "types");
      assertThat(result.precision()).isEqualTo(Precision.MICROSECONDS);
      List<List<Value>> rows = ResultValues.drain(result);
      assertThat(rows).hasSize(3);
      assertThat(rows.get(0))
          .containsExactly(
              new Value.Bool(true),
              integer(IntegerKind.I8, "127"),
              integer(IntegerKind.I16, "32767"),
              integer(IntegerKind.I32, "2147483647"),
              integer(IntegerKind.I64, "9223372036854775807"),
              new Value.F32(1.5f),
              new Value.F64(1.5),
              new Value.Text(false, "abc"),
              new Value.Timestamp(1_500_000_000_123_456L, Precision.MICROSECONDS),
              new Value.Text(true, "报警"),
              integer(IntegerKind.U8, "0"),
              integer(IntegerKind.U16, "0"),
              integer(IntegerKind.U32, "0"),
              integer(IntegerKind.U64, "0"));
      assertThat(rows.get(1))
          .containsExactly(
              new Value.Bool(false),
              integer(IntegerKind.I8, "-127"),
              integer(IntegerKind.I16, "-32767"),
              integer(IntegerKind.I32, "-2147483647"),
              integer(IntegerKind.I64, "-9223372036854775807"),
              new Value.F32(-0f),
              new Value.F64(Double.MAX_VALUE),
              new Value.Text(false, ""),
              new Value.Timestamp(-1, Precision.MICROSECONDS),
              new Value.Text(true, "😀"),
              integer(IntegerKind.U8, "254"),
              integer(IntegerKind.U16, "65534"),
              integer(IntegerKind.U32, "4294967294"),
              integer(IntegerKind.U64, "18446744073709551614"));
      assertThat(rows.get(2)).isEqualTo(Collections.nCopies(14, Value.NULL));
    }
  }

  private static Value integer(IntegerKind kind, String value) {
    return new Value.Int(kind, new BigInteger(value));
  }

  @Test
  void readsColumnsOfTheShorterLayout() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS);
        QueryResult.ResultSet result = resultSet(connection, "twice")) {
      assertThat(result.columns())
          .containsExactly(
              new ColumnInfo(
                  "n234567890123456789012345678901234567890123456789012345678901234",
                  TaosType.INT,
                  4,
                  0,
                  0),
              new ColumnInfo("wide", TaosType.VARCHAR, 16_374, 0, 0));
      assertThat(result.columns().get(0).name()).hasSize(64);
    }
  }

  @Test
  void readsBlockAfterBlock() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      Value most = integer(IntegerKind.I32, "2147483647");
      Value least = integer(IntegerKind.I32, "-2147483647");
      Value abc = new Value.Text(false, "abc");
      Value empty = new Value.Text(false, "");
      assertThat(rows(connection, "twice"))
          .containsExactly(
              List.of(most, abc),
              List.of(least, empty),
              List.of(most, abc),
              List.of(least, empty),
              List.of(Value.NULL, Value.NULL));
      assertThat(rows(connection, "empty")).isEmpty();
    }
  }

  @Test
  void reportsErrorsOfQueriesAndOfFetches() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      assertServerError(() -> connection.query("fail 0216"), 0x0216, "schlägt fehl: 报警");
      try (QueryResult.ResultSet result = resultSet(connection, "fails later")) {
        assertServerError(result::nextBlock, 0x0013, "the server went away");
      }
    }
  }

  @Test
  void countsAffectedRowsWithoutTheNewerFunction() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      assertThat(connection.query("affect 7")).isEqualTo(new QueryResult.Affected(7));
    }
  }

  @Test
  void saysThatThereIsNoTimeZoneOfAConnection() {
    assertDriverError(
        () -> connector.connect(OPTIONS.withTimeZone("Asia/Shanghai")),
        "libtaos 2.2.2.10",
        "no time zone of a connection");
    assertThat(library.count("opened")).isOne();
  }

  @Test
  void waitsForARunningQueryWhereNoneCanBeKilled() throws Throwable {
    Path gate = folder.resolve("gate");
    TaosConnection connection = connector.connect(OPTIONS);
    try (RunningQuery query = RunningQuery.start(connection, gate)) {
      Thread closing = new Thread(connection::close, "closing");
      Thread closingToo = new Thread(connection::close, "closing too");
      closing.start();
      closingToo.start();
      awaitParked(closing);
      awaitParked(closingToo);
      assertThat(library.count("closed")).isZero();
      query.open();
      assertThat(query.outcome()).isEqualTo(new QueryResult.Affected(1));
      closing.join();
      closingToo.join();
    }
    assertThat(library.count("closed")).isOne();
  }

  private static void awaitParked(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.BLOCKED) {
      Thread.sleep(5);
    }
  }
}
