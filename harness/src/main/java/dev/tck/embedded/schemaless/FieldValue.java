package dev.tck.embedded.schemaless;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.TaosType;
import java.nio.charset.StandardCharsets;

/**
 * Holds the value of a field or tag with the type that its text gives it.
 *
 * @param type is the type
 * @param bits holds a number, FLOAT and DOUBLE as their bits
 * @param bytes holds what has a length of its own, one character a byte; NCHAR as UTF-8
 */
record FieldValue(TaosType type, long bits, String bytes) {
  private static final int ROUNDED_BELOW = 1024;
  private static final int LONGEST_BYTES = 65517;
  private static final int LONGEST_CHARACTERS = 16382;

  static FieldValue number(TaosType type, long value) {
    return new FieldValue(type, value, "");
  }

  static FieldValue ofDouble(double value) {
    return number(TaosType.DOUBLE, Double.doubleToRawLongBits(value));
  }

  static FieldValue ofFloat(float value) {
    return number(TaosType.FLOAT, Float.floatToRawIntBits(value));
  }

  static FieldValue bytes(TaosType type, String bytes) {
    return new FieldValue(type, 0, bytes);
  }

  /** Returns the bytes of a value of variable length, else 0; of NCHAR too, as TDengine counts. */
  int length() {
    return bytes.length();
  }

  /** Returns the most bytes that a type can hold, for NCHAR the most characters. */
  static int longest(TaosType type) {
    return type == TaosType.NCHAR ? LONGEST_CHARACTERS : LONGEST_BYTES;
  }

  /**
   * Returns the column type for values of a type up to a length: a power of two above short ones.
   */
  static DataType typeFor(TaosType type, int length) {
    if (!type.isVariable()) {
      return DataType.fixed(type);
    }
    int width = length;
    if (length < ROUNDED_BELOW) {
      width = length == 0 ? 1 : Integer.highestOneBit(length) << 1;
    }
    return DataType.variable(type, Math.min(width, longest(type)));
  }

  /** Appends the value to a column of its type. */
  void appendTo(VectorBuilder column) {
    if (type == TaosType.NCHAR || type == TaosType.VARCHAR) {
      column.appendText(Source.decoded(bytes));
    } else if (type.isVariable()) {
      byte[] plain = bytes.getBytes(StandardCharsets.ISO_8859_1);
      column.appendBytes(plain, 0, plain.length);
    } else {
      column.appendLong(bits);
    }
  }
}
