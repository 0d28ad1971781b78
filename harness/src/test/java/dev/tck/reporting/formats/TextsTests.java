package dev.tck.reporting.formats;

import static dev.tck.reporting.SampleResults.EMBEDDED;
import static dev.tck.reporting.SampleResults.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TextsTests {
  @Test
  void timesAreToTheSecondInUtc() {
    assertThat(Texts.time(Instant.parse("2026-11-23T06:14:21.337142571Z")))
        .isEqualTo("2026-11-23T06:14:21Z");
  }

  @Test
  void embeddedServerSaysWhatItIs() {
    assertThat(Texts.target(EMBEDDED)).isEqualTo("embedded server, profile 3.3.6.0");
    assertThat(Texts.target(REAL)).isEqualTo("TDengine 3.3.6.6 (remote)");
  }
}
