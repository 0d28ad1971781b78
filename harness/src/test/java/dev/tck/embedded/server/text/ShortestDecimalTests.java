package dev.tck.embedded.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Finds the same digits by trial with exact arithmetic, which needs no cleverness to be right. */
class ShortestDecimalTests {
  private final ShortestDecimal shortest = new ShortestDecimal();

  @Test
  void findsTheShortestDecimalOfRandomDoubles() {
    Random random = new Random(20_261_123);
    for (int round = 0; round < 20_000; round++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (Double.isFinite(value) && value != 0) {
        check(value);
      }
    }
  }

  @Test
  void findsTheShortestDecimalOfUsualDoubles() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      check(random.nextInt(1_000_000_000) / Math.pow(10, random.nextInt(12)) + 1e-9);
    }
  }

  @Test
  void findsTheShortestDecimalWhereTheNeighboursAreUnequallyFar() {
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double power = Math.scalb(1.0, exponent);
      check(power);
      check(Math.nextUp(power));
      if (power > Double.MIN_VALUE) {
        check(Math.nextDown(power));
      }
    }
  }

  @Test
  void findsTheShortestDecimalOfTheSmallestAndTheLargest() {
    for (int multiple = 1; multiple < 2000; multiple++) {
      check(multiple * Double.MIN_VALUE);
    }
    check(Double.MAX_VALUE);
    check(Double.MIN_NORMAL);
    for (int exponent = -323; exponent <= 308; exponent++) {
      check(Double.parseDouble("1e" + exponent));
      check(Double.parseDouble("9.5e" + (exponent - 1)));
    }
  }

  @Test
  void findsTheShortestDecimalOfFloats() {
    Random random = new Random(42);
    for (int round = 0; round < 20_000; round++) {
      float value = Math.abs(Float.intBitsToFloat(random.nextInt()));
      if (Float.isFinite(value) && value != 0) {
        check(value);
      }
    }
    for (int exponent = -149; exponent <= 127; exponent++) {
      float power = Math.scalb(1.0f, exponent);
      check(power);
      check(Math.nextUp(power));
    }
    for (int multiple = 1; multiple < 2000; multiple++) {
      check(multiple * Float.MIN_VALUE);
    }
    check(Float.MAX_VALUE);
  }

  private void check(double value) {
    shortest.find(value);
    BigDecimal expected = byTrial(new BigDecimal(value), found -> found.doubleValue() == value);
    assertThat(found()).as(() -> "digits of " + value).isEqualByComparingTo(expected);
  }

  private void check(float value) {
    shortest.find(value);
    BigDecimal expected = byTrial(new BigDecimal(value), found -> found.floatValue() == value);
    assertThat(found()).as(() -> "digits of " + value).isEqualByComparingTo(expected);
  }

  private BigDecimal found() {
    assertThat(shortest.digits() % 10 != 0 || shortest.digits() < 10).isTrue();
    return BigDecimal.valueOf(shortest.digits()).scaleByPowerOfTen(shortest.exponent());
  }

  private static BigDecimal byTrial(BigDecimal exact, Predicate<BigDecimal> readsBack) {
    for (int digits = 1; digits <= 17; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean downFits = readsBack.test(down);
      boolean upFits = readsBack.test(up);
      if (downFits && upFits) {
        int closer = exact.subtract(down).compareTo(up.subtract(exact));
        boolean downIsEven = down.unscaledValue().testBit(0);
        return closer < 0 || (closer == 0 && !downIsEven) ? down : up;
      } else if (downFits || upFits) {
        return downFits ? down : up;
      }
    }
    throw new AssertionError("17 digits suffice for any double: " + exact);
  }
}
