package dev.tck.adapter.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestTextTests {

  // The last three are numbers that JDK-4511638 prints with needless digits before JDK 19.
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.0, -0.0",
    "0, 0.0",
    "100, 100.0",
    "9007199254740993, 9.007199254740992E15",
    "1.7976931348623157e308, 1.7976931348623157E308",
    "5e-324, 5E-324",
    "2e23, 2E+23",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "1.1E-5, 1.1E-5"
  })
  void writesDoublesShortest(double value, String text) {
    assertThat(ShortestText.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "16777216, 1.6777216E7", "3.4028235e38, 3.4028235E38", "1.4e-45, 1E-45"})
  void writesFloatsShortest(float value, String text) {
    assertThat(ShortestText.of(value)).isEqualTo(text);
  }

  @Test
  void writesWhatIsNoNumber() {
    assertThat(ShortestText.of(Double.NaN)).isEqualTo("NaN");
    assertThat(ShortestText.of(Float.POSITIVE_INFINITY)).isEqualTo("Inf");
    assertThat(ShortestText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
  }

  @Test
  void givesBackTheSameBits() {
    Random random = new Random(20_240_701);
    for (int round = 0; round < 20_000; round++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = ShortestText.of(value);
        assertThat(Double.doubleToLongBits(Double.parseDouble(text)))
            .isEqualTo(Double.doubleToLongBits(value));
        assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length() + 1);
      }
    }
  }
}
