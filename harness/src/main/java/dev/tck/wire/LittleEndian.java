package dev.tck.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes little-endian numbers at any offset of a byte array. */
public final class LittleEndian {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private LittleEndian() {}

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads 16 bits. */
  public static short getShort(byte[] source, int offset) {
    return (short) SHORT.get(source, offset);
  }

  /** Reads 16 bits as a number from 0 to 65535. */
  public static int getUnsignedShort(byte[] source, int offset) {
    return (short) SHORT.get(source, offset) & 0xFFFF;
  }

  /** Reads 32 bits. */
  public static int getInt(byte[] source, int offset) {
    return (int) INT.get(source, offset);
  }

  /** Reads 64 bits. */
  public static long getLong(byte[] source, int offset) {
    return (long) LONG.get(source, offset);
  }

  /** Reads an IEEE 754 number of 32 bits. */
  public static float getFloat(byte[] source, int offset) {
    return (float) FLOAT.get(source, offset);
  }

  /** Reads an IEEE 754 number of 64 bits. */
  public static double getDouble(byte[] source, int offset) {
    return (double) DOUBLE.get(source, offset);
  }

  /** Writes the low 16 bits. */
  public static void putShort(byte[] target, int offset, int value) {
    SHORT.set(target, offset, (short) value);
  }

  /** Writes 32 bits. */
  public static void putInt(byte[] target, int offset, int value) {
    INT.set(target, offset, value);
  }

  /** Writes 64 bits. */
  public static void putLong(byte[] target, int offset, long value) {
    LONG.set(target, offset, value);
  }

  /** Writes an IEEE 754 number of 32 bits, NaN payload included. */
  public static void putFloat(byte[] target, int offset, float value) {
    FLOAT.set(target, offset, value);
  }

  /** Writes an IEEE 754 number of 64 bits, NaN payload included. */
  public static void putDouble(byte[] target, int offset, double value) {
    DOUBLE.set(target, offset, value);
  }
}
