package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.values.Value;
import dev.tck.values.ValueJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Holds the reader of answers against what servers of 2.x sent; recorded from 2.2.2.8. */
class AnswersOfTwoTests {
  // Answers /rest/sqlutc after: insert into t values (1700000000000, true, -127, -32767,
  // -2147483647, -9223372036854775807, 0, 0, 0, 0, 1.5, -1.7e308, 'a', '涛思') and one of nulls.
  private static final String TYPES =
      """
      {"status":"succ","head":["ts","b","i8","i16","i32","i64","u8","u16","u32","u64","f","d","bin","nc"],\
      "column_meta":[["ts",9,8],["b",1,1],["i8",2,1],["i16",3,2],["i32",4,4],["i64",5,8],["u8",11,1],["u16",12,2],\
      ["u32",13,4],["u64",14,8],["f",6,4],["d",7,8],["bin",8,16],["nc",10,8]],\
      "data":[["2023-11-14T22:13:20.000+0000",1,-127,-32767,-2147483647,-9223372036854775807,0,0,0,0,1.50000,\
      -1.700000000e+308,"a","涛思"],["2023-11-14T22:13:20.002+0000",null,null,null,null,null,null,null,null,null,\
      null,null,null,null]],"rows":2}""";

  private final AtomicBoolean two = new AtomicBoolean();

  private QueryResult read(String answer, int status) throws TaosError {
    return RestAnswer.read(
        new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
        status,
        () -> two.set(true));
  }

  private List<List<String>> rows(String answer) throws TaosError {
    return ResultValues.drain((QueryResult.ResultSet) read(answer, 200)).stream()
        .map(row -> row.stream().map(AnswersOfTwoTests::text).toList())
        .toList();
  }

  private static String text(Value value) {
    return ValueJson.toJson(value).toString();
  }

  @Test
  void readsTypesByNumberAndBooleansAsNumbers() throws TaosError {
    assertThat(rows(TYPES).get(0))
        .containsExactly(
            "{\"ts\":{\"v\":\"1700000000000\",\"p\":\"ms\"}}",
            "{\"b\":true}",
            "{\"i8\":-127}",
            "{\"i16\":-32767}",
            "{\"i32\":-2147483647}",
            "{\"i64\":\"-9223372036854775807\"}",
            "{\"u8\":0}",
            "{\"u16\":0}",
            "{\"u32\":0}",
            "{\"u64\":\"0\"}",
            "{\"f32\":\"1.5\"}",
            "{\"f64\":\"-1.7E308\"}",
            "{\"str\":\"a\"}",
            "{\"nchar\":\"涛思\"}");
    assertThat(rows(TYPES).get(1).subList(1, 14)).containsOnly("null");
    assertThat(two).isTrue();
  }

  @Test
  void readsMicroseconds() throws TaosError {
    assertThat(
            rows(
                "{\"status\":\"succ\",\"head\":[\"ts\",\"v\"],\"column_meta\":[[\"ts\",9,8],[\"v\",4,4]],"
                    + "\"data\":[[\"2023-11-14T22:13:20.000001+0000\",1]],\"rows\":1}"))
        .containsExactly(
            List.of("{\"ts\":{\"v\":\"1700000000000001\",\"p\":\"us\"}}", "{\"i32\":1}"));
  }

  @Test
  void countsAffectedRows() throws TaosError {
    assertThat(
            read(
                "{\"status\":\"succ\",\"head\":[\"affected_rows\"],\"column_meta\":[[\"affected_rows\",4,4]],"
                    + "\"data\":[[1]],\"rows\":1}",
                200))
        .isEqualTo(new QueryResult.Affected(1));
  }

  @Test
  void readsErrors() {
    TaosError error =
        catchThrowableOfType(
            TaosError.class,
            () ->
                read(
                    "{\"status\":\"error\",\"code\":896,\"desc\":\"Database not specified or available\"}",
                    400));
    assertThat(error.code()).isEqualTo(0x0380);
    assertThat(error).hasMessage("Database not specified or available");
    assertThat(two).isTrue();
  }
}
