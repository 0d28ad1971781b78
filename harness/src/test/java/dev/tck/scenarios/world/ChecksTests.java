package dev.tck.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.results.CheckResult;
import dev.tck.results.Level;
import org.junit.jupiter.api.Test;

class ChecksTests {
  private final Checks checks = new Checks();

  @Test
  void numbersRepeatedNamesInTheirOrder() {
    checks.must("rows", true, "", "");
    checks.record("types", Level.SHOULD, false, "int", "bigint");
    checks.must("rows", false, "1", "2");
    checks.must("rows", true, "", "");
    assertThat(checks.results())
        .containsExactly(
            CheckResult.pass("rows", Level.MUST),
            CheckResult.fail("types", Level.SHOULD, "int", "bigint"),
            CheckResult.fail("rows#2", Level.MUST, "1", "2"),
            CheckResult.pass("rows#3", Level.MUST));
  }

  @Test
  void keepsNoTextsOfChecksThatHold() {
    checks.must("rows", true, "expected", "actual");
    assertThat(checks.results()).containsExactly(CheckResult.pass("rows", Level.MUST));
  }

  @Test
  void shortensLongTexts() {
    checks.must("rows", false, "e".repeat(2_000), "a".repeat(2_001));
    CheckResult check = checks.results().get(0);
    assertThat(check.expected()).isEqualTo("e".repeat(2_000));
    assertThat(check.actual()).isEqualTo("a".repeat(2_000) + "… (2001 characters)");
  }
}
