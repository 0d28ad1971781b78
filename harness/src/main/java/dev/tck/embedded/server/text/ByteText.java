package dev.tck.embedded.server.text;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/**
 * Collects JSON text in a heap buffer, byte by byte.
 *
 * <p>Strings are escaped in one of two ways: {@link #appendString} as taosAdapter's own writer does
 * in rows and column names, {@link #appendHtmlSafe} as Go's {@code encoding/json} does everywhere
 * else (protocol notes, {@code rest.md} §5; checked against taosAdapter 3.3.6.6). One thread uses
 * an instance; {@link #take} hands the bytes out, {@link #release} gives them up.
 */
public class ByteText {
  static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MINIMUM_LONG =
      "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);
  static final int LONGEST_NUMBER = 24;
  // Powers of ten up to this one fit into 64 bits.
  private static final int MOST_DIGITS = 18;
  private static final int REPLACEMENT = 0xFFFD;

  private final ByteBufAllocator allocator;
  private ByteBuf buffer;
  byte[] bytes;
  private int start;
  int position;

  /** Creates a writer whose buffers come from an allocator. */
  public ByteText(ByteBufAllocator allocator, int capacity) {
    this.allocator = allocator;
    this.buffer = allocator.heapBuffer(capacity);
    this.bytes = buffer.array();
    this.start = buffer.arrayOffset();
    this.position = start;
  }

  /** Returns the number of bytes collected since the last {@link #take}. */
  public final int length() {
    return position - start;
  }

  /** Hands out what was collected and starts anew. */
  public final ByteBuf take() {
    ByteBuf taken = buffer.writerIndex(length());
    attach(allocator.heapBuffer(Math.max(256, Math.min(taken.capacity(), 1 << 16))));
    return taken;
  }

  /** Hands out what was collected; the writer is of no use afterwards. */
  public final ByteBuf takeLast() {
    return buffer.writerIndex(length());
  }

  /** Gives the buffer up. */
  public final void release() {
    buffer.release();
  }

  private void attach(ByteBuf fresh) {
    buffer = fresh;
    bytes = fresh.array();
    start = fresh.arrayOffset();
    position = start;
  }

  final void reserve(int more) {
    int used = position - start;
    if (used + more > buffer.capacity()) {
      buffer.writerIndex(used);
      buffer.ensureWritable(Math.max(more, used));
      bytes = buffer.array();
      start = buffer.arrayOffset();
      position = start + used;
    }
  }

  /** Appends one ASCII character. */
  public final ByteText append(char character) {
    reserve(1);
    bytes[position++] = (byte) character;
    return this;
  }

  /** Appends bytes as they are. */
  public final ByteText append(byte[] source) {
    return append(source, 0, source.length);
  }

  /** Appends bytes as they are. */
  public final ByteText append(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, position, length);
    position += length;
    return this;
  }

  /** Appends ASCII text as it is. */
  public final ByteText append(String ascii) {
    int length = ascii.length();
    reserve(length);
    for (int index = 0; index < length; index++) {
      bytes[position++] = (byte) ascii.charAt(index);
    }
    return this;
  }

  /** Appends {@code null}. */
  public final void appendNull() {
    append(NULL);
  }

  /** Appends {@code true} or {@code false}. */
  public final void appendBool(boolean value) {
    append(value ? TRUE : FALSE);
  }

  /** Appends a signed number. */
  public final void appendLong(long value) {
    reserve(LONGEST_NUMBER);
    if (value == Long.MIN_VALUE) {
      append(MINIMUM_LONG);
    } else if (value < 0) {
      bytes[position++] = '-';
      digits(-value, 1);
    } else {
      digits(value, 1);
    }
  }

  /** Appends a number of 64 bits without sign. */
  public final void appendUnsigned(long value) {
    reserve(LONGEST_NUMBER);
    if (value >= 0) {
      digits(value, 1);
    } else {
      long quotient = Long.divideUnsigned(value, 10);
      digits(quotient, 1);
      digits(value - 10 * quotient, 1);
    }
  }

  // Needs room for as many digits as the number has, and for the wanted ones.
  final void digits(long number, int atLeast) {
    int count = Math.max(atLeast, digitCount(number));
    int at = position + count;
    position = at;
    long rest = number;
    while (rest > Integer.MAX_VALUE) {
      long quotient = rest / 10;
      bytes[--at] = (byte) ('0' + (rest - 10 * quotient));
      rest = quotient;
    }
    // Divisions of 32 bits by a constant are multiplications.
    int small = (int) rest;
    while (at > position - count) {
      int quotient = small / 10;
      bytes[--at] = (byte) ('0' + (small - 10 * quotient));
      small = quotient;
    }
  }

  static int digitCount(long number) {
    int count = 1;
    long limit = 10;
    while (number >= limit && count < MOST_DIGITS) {
      limit *= 10;
      count++;
    }
    return number >= limit ? count + 1 : count;
  }

  /** Appends bytes of UTF-8 in quotes, escaped as taosAdapter does in rows. */
  public final void appendUtf8(byte[] source, int offset, int length) {
    reserve(length + 2);
    bytes[position++] = '"';
    int end = offset + length;
    int from = offset;
    for (int at = offset; at < end; at++) {
      int character = source[at];
      if (character >= 0 && (character < ' ' || character == '"' || character == '\\')) {
        append(source, from, at - from);
        escape(character);
        from = at + 1;
      }
    }
    append(source, from, end - from);
    append('"');
  }

  final void escape(int character) {
    reserve(6);
    bytes[position++] = '\\';
    switch (character) {
      case '"', '\\' -> bytes[position++] = (byte) character;
      case '\n' -> bytes[position++] = 'n';
      case '\r' -> bytes[position++] = 'r';
      case '\t' -> bytes[position++] = 't';
      default -> unicode(character);
    }
  }

  private void unicode(int character) {
    bytes[position++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[position++] = HEX[(character >> shift) & 0xF];
    }
  }

  final void appendCodePoint(int codePoint) {
    boolean valid =
        Character.isValidCodePoint(codePoint)
            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    int valued = valid ? codePoint : REPLACEMENT;
    reserve(4);
    if (valued < 0x80) {
      bytes[position++] = (byte) valued;
    } else if (valued < 0x800) {
      bytes[position++] = (byte) (0xC0 | (valued >> 6));
      bytes[position++] = (byte) (0x80 | (valued & 0x3F));
    } else {
      if (valued < 0x10000) {
        bytes[position++] = (byte) (0xE0 | (valued >> 12));
      } else {
        bytes[position++] = (byte) (0xF0 | (valued >> 18));
        bytes[position++] = (byte) (0x80 | ((valued >> 12) & 0x3F));
      }
      bytes[position++] = (byte) (0x80 | ((valued >> 6) & 0x3F));
      bytes[position++] = (byte) (0x80 | (valued & 0x3F));
    }
  }

  /** Appends a string in quotes, escaped as taosAdapter does in {@code column_meta}. */
  public final ByteText appendString(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    appendUtf8(utf8, 0, utf8.length);
    return this;
  }

  /**
   * Appends a string in quotes, escaped as Go's {@code encoding/json} does, which also hides what
   * HTML would take for markup.
   */
  public final ByteText appendHtmlSafe(String text) {
    append('"');
    for (int index = 0; index < text.length(); ) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      switch (codePoint) {
        case '<', '>', '&', 0x2028, 0x2029 -> {
          append('\\');
          reserve(5);
          unicode(codePoint);
        }
        case '"', '\\' -> escape(codePoint);
        default -> {
          if (codePoint < ' ') {
            escape(codePoint);
          } else {
            appendCodePoint(codePoint);
          }
        }
      }
    }
    return append('"');
  }
}
