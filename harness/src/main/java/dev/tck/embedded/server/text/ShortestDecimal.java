package dev.tck.embedded.server.text;

import java.math.BigInteger;

/**
 * Finds the shortest decimal that reads back as the same floating-point number, and of several the
 * closest one, without making an object.
 *
 * <p>This is Raffaello Giulietti's Schubfach ("The Schubfach way to render doubles", 2021) without
 * the rule of Java's {@code toString} that asks for two digits: Go prints {@code 5e-324} where Java
 * prints {@code 4.9E-324}. An instance keeps the last result and is used by one thread.
 */
final class ShortestDecimal {
  private static final int DOUBLE_PRECISION = 53;
  private static final int DOUBLE_MINIMUM_EXPONENT = -1074;
  private static final int FLOAT_PRECISION = 24;
  private static final int FLOAT_MINIMUM_EXPONENT = -149;
  private static final long LOW_63_BITS = Long.MAX_VALUE;

  private long digits;
  private int exponent;

  /** Returns the digits found last, without trailing zeros. */
  long digits() {
    return digits;
  }

  /** Returns the power of ten that the digits are multiplied with. */
  int exponent() {
    return exponent;
  }

  /** Finds the digits of a positive finite number. */
  void find(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & ((1L << (DOUBLE_PRECISION - 1)) - 1);
    int biased = (int) (bits >>> (DOUBLE_PRECISION - 1)) & 0x7FF;
    find(fraction, biased, DOUBLE_PRECISION, DOUBLE_MINIMUM_EXPONENT);
  }

  /** Finds the digits of a positive finite number. */
  void find(float value) {
    int bits = Float.floatToRawIntBits(value);
    long fraction = bits & ((1 << (FLOAT_PRECISION - 1)) - 1);
    int biased = (bits >>> (FLOAT_PRECISION - 1)) & 0xFF;
    find(fraction, biased, FLOAT_PRECISION, FLOAT_MINIMUM_EXPONENT);
  }

  private void find(long fraction, int biased, int precision, int minimumExponent) {
    long hidden = 1L << (precision - 1);
    long significand = biased == 0 ? fraction : fraction | hidden;
    int power = biased == 0 ? minimumExponent : biased - 1 + minimumExponent;
    if (power <= 0 && power > -precision && isMultiple(significand, -power)) {
      set(significand >>> -power, 0);
      return;
    }
    boolean narrowBelow = significand == hidden && power > minimumExponent;
    search(significand, power, narrowBelow);
  }

  private static boolean isMultiple(long number, int powerOfTwo) {
    return (number & ((1L << powerOfTwo) - 1)) == 0;
  }

  // Numbers are scaled by four, so that the bounds half way to the neighbours are integers, and by
  // ten to the minus k, so that the rounding interval holds one or more integers.
  private void search(long significand, int power, boolean narrowBelow) {
    int k = narrowBelow ? Powers.floorLog10ThreeQuartersOf(power) : Powers.floorLog10Of(power);
    int shift = power + Powers.floorLog2OfTen(-k) + 2;
    long high = Powers.high(k);
    long low = Powers.low(k);
    long scaled = significand << 2;
    long value = scale(high, low, scaled << shift);
    long lowest = scale(high, low, (scaled - (narrowBelow ? 1 : 2)) << shift);
    long highest = scale(high, low, (scaled + 2) << shift);
    long open = significand & 1;
    long below = value >> 2;
    long tens = below / 10 * 10;
    boolean tensFit = tens > 0 && lowest + open <= tens << 2;
    boolean nextTensFit = ((tens + 10) << 2) + open <= highest;
    if (tensFit != nextTensFit) {
      set(tensFit ? tens : tens + 10, k);
      return;
    }
    boolean belowFits = lowest + open <= below << 2;
    boolean aboveFits = ((below + 1) << 2) + open <= highest;
    boolean takeBelow =
        belowFits != aboveFits ? belowFits : isCloserBelow(value, below + below + 1, below);
    set(takeBelow ? below : below + 1, k);
  }

  private static boolean isCloserBelow(long value, long middle, long below) {
    long comparison = value - (middle << 1);
    return comparison < 0 || (comparison == 0 && (below & 1) == 0);
  }

  // The product with 126 bits of the power of ten, rounded to odd, so that later comparisons are
  // exact.
  private static long scale(long high, long low, long factor) {
    long carry = Math.multiplyHigh(low, factor);
    long middle = ((high * factor) >>> 1) + carry;
    long whole = Math.multiplyHigh(high, factor) + (middle >>> 63);
    return whole | (((middle & LOW_63_BITS) + LOW_63_BITS) >>> 63);
  }

  private void set(long number, int power) {
    long rest = number;
    int up = power;
    while (rest >= 10 && rest % 10 == 0) {
      rest /= 10;
      up++;
    }
    digits = rest;
    exponent = up;
  }

  /** Holds powers of ten with 126 bits, made once when the first such number is printed. */
  private static final class Powers {
    private static final int MINIMUM = -324;
    private static final int MAXIMUM = 292;
    private static final int BITS = 126;
    private static final long[] HALVES = new long[2 * (MAXIMUM - MINIMUM + 1)];

    static {
      for (int k = MINIMUM; k <= MAXIMUM; k++) {
        BigInteger bits = bitsOfTenToTheMinus(k);
        HALVES[2 * (k - MINIMUM)] = bits.shiftRight(63).longValue();
        HALVES[2 * (k - MINIMUM) + 1] = bits.longValue() & LOW_63_BITS;
      }
    }

    private Powers() {}

    private static BigInteger bitsOfTenToTheMinus(int k) {
      BigInteger ten = BigInteger.TEN.pow(Math.abs(k));
      BigInteger bits =
          k <= 0
              ? ten.shiftLeft(2 * BITS).shiftRight(ten.bitLength() + BITS)
              : reciprocal(ten, BITS + ten.bitLength());
      return bits.add(BigInteger.ONE);
    }

    private static BigInteger reciprocal(BigInteger ten, int shift) {
      BigInteger quotient = BigInteger.ONE.shiftLeft(shift).divide(ten);
      return quotient.shiftRight(quotient.bitLength() - BITS);
    }

    static long high(int k) {
      return HALVES[2 * (k - MINIMUM)];
    }

    static long low(int k) {
      return HALVES[2 * (k - MINIMUM) + 1];
    }

    // Logarithms as fixed-point products; a test holds them against exact ones over the whole
    // range.
    static int floorLog10Of(int powerOfTwo) {
      return (int) ((powerOfTwo * 661_971_961_083L) >> 41);
    }

    static int floorLog10ThreeQuartersOf(int powerOfTwo) {
      return (int) ((powerOfTwo * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    static int floorLog2OfTen(int power) {
      return (int) ((power * 913_124_641_741L) >> 38);
    }
  }
}
