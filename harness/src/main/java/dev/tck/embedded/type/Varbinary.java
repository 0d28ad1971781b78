package dev.tck.embedded.type;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts that stand for bytes: {@code \x} with hexadecimal digits, or the bytes itself.
 */
public final class Varbinary {
  private static final int PREFIX = 2;

  private Varbinary() {}

  /** Returns whether a text is written in hexadecimal digits. */
  public static boolean isHexadecimal(byte[] text) {
    return text.length >= PREFIX && text[0] == '\\' && text[1] == 'x';
  }

  /** Returns the bytes that a text stands for, or null if its digits are none or no pairs. */
  public static byte @Nullable [] parse(byte[] text) {
    if (!isHexadecimal(text)) {
      return text;
    }
    byte[] digits = Arrays.copyOfRange(text, PREFIX, text.length);
    byte[] bytes = new byte[digits.length / 2];
    for (int index = 0; index < digits.length; index++) {
      int digit = Character.digit(digits[index], 16);
      if (digit < 0 || digits.length % 2 != 0) {
        return null;
      }
      bytes[index / 2] = (byte) (bytes[index / 2] << 4 | digit);
    }
    return bytes;
  }
}
