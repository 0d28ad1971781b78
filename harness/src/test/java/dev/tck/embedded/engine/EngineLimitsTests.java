package dev.tck.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.embedded.TaosException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a 3.3.6.6 server does with statements at the limits, and what ours does beyond its own. */
class EngineLimitsTests {
  private static final int LONGEST_SQL = 1024 * 1024;
  private static final int SQL_TOO_LONG = 0x0219;
  private static final int NOT_SUPPORTED = 0x0100;

  private Engine engine;
  private Session session;

  @BeforeEach
  void open() throws TaosException {
    engine =
        new Engine("3.3.6.6", Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));
    session = engine.login("root", "taosdata");
  }

  @AfterEach
  void close() {
    session.close();
    engine.close();
  }

  private static String comment(int bytes) {
    return "select 1 /*" + "x".repeat(bytes - "select 1 /**/".length()) + "*/";
  }

  private TaosException refusal(String sql) {
    return catchThrowableOfType(TaosException.class, () -> session.execute(sql));
  }

  private boolean answers(String sql) throws TaosException {
    try (StatementResult.Rows rows = (StatementResult.Rows) session.execute(sql)) {
      return rows.nextBlock() != null;
    }
  }

  @Test
  void acceptsOneMebibyteOfSql() throws TaosException {
    assertThat(answers(comment(LONGEST_SQL))).isTrue();
  }

  @Test
  void refusesMoreThanOneMebibyteOfSql() {
    assertThat(refusal(comment(LONGEST_SQL + 1)).code()).isEqualTo(SQL_TOO_LONG);
  }

  @Test
  void countsBytesOfUtf8() {
    assertThat(refusal("select '" + "涛".repeat(LONGEST_SQL / 3 + 1) + "'").code())
        .isEqualTo(SQL_TOO_LONG);
  }

  @Test
  void doesNotCountBlanksAtTheEnd() throws TaosException {
    assertThat(answers("select 1" + " ".repeat(LONGEST_SQL))).isTrue();
  }

  @Test
  void endsAStatementAtANulCharacter() throws TaosException {
    assertThat(answers("select 1\0 and what is no SQL")).isTrue();
  }

  @Test
  void refusesWhatIsNestedTooDeeplyAndGoesOn() throws TaosException {
    String nested = "select " + "abs(".repeat(100_000) + "1" + ")".repeat(100_000);

    TaosException refusal = refusal(nested);

    assertThat(refusal.code()).isEqualTo(NOT_SUPPORTED);
    assertThat(refusal).hasMessageContaining("nested");
    assertThat(answers("select 1")).isTrue();
  }
}
