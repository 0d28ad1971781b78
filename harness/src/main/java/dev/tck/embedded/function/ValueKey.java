package dev.tck.embedded.function;

import dev.tck.embedded.vector.Vector;
import dev.tck.wire.LittleEndian;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stands for a value, or NULL, as the key of a map; values are equal if their bytes are. */
public final class ValueKey {
  private static final byte[] NO_BYTES = {};

  private final boolean isNull;
  private final byte[] bytes;
  private final boolean variable;

  private ValueKey(boolean isNull, byte[] bytes, boolean variable) {
    this.isNull = isNull;
    this.bytes = bytes;
    this.variable = variable;
  }

  /** Returns the key of a value. */
  public static ValueKey of(Vector values, int row) {
    if (values.isNull(row)) {
      return new ValueKey(true, NO_BYTES, false);
    }
    if (values.type().type().isVariable()) {
      return new ValueKey(false, values.bytesAt(row), true);
    }
    int width = values.type().type().width();
    byte[] bytes = Arrays.copyOfRange(values.bytes(), row * width, (row + 1) * width);
    if (values.type().isFloating() && values.doubleAt(row) == 0) {
      // The two zeros are one value.
      Arrays.fill(bytes, (byte) 0);
    }
    return new ValueKey(false, bytes, false);
  }

  /** Returns the value's bytes, those of a value of variable width with their length in front. */
  byte[] prefixedBytes() {
    if (!variable) {
      return bytes;
    }
    byte[] prefixed = new byte[bytes.length + 2];
    LittleEndian.putShort(prefixed, 0, (short) bytes.length);
    System.arraycopy(bytes, 0, prefixed, 2, bytes.length);
    return prefixed;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueKey key && key.isNull == isNull && Arrays.equals(key.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes) + (isNull ? 1 : 0);
  }
}
