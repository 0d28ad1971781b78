package dev.tck.adapter.process;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of limited length from a stream. */
final class LineReader {
  private static final int CHUNK = 1 << 16;
  private static final int KEPT = 1 << 20;

  private final InputStream in;
  private final int limit;
  private final byte[] chunk = new byte[CHUNK];
  private byte[] line = new byte[CHUNK];
  private int position;
  private int end;
  private long number;

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Reports that a line is longer than the limit. */
  static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    LineTooLongException(long number, int limit) {
      super(
          "line "
              + number
              + " of the adapter's standard output is longer than "
              + limit
              + " bytes; send smaller pages");
    }
  }

  /** Returns the number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /**
   * Returns the next line without its line feed, or null at the end of the stream.
   *
   * @throws EOFException if the stream ends within a line
   * @throws LineTooLongException if a line is longer than the limit
   */
  byte @Nullable [] next() throws IOException {
    int length = 0;
    number++;
    while (true) {
      int feed = find();
      int count = feed - position;
      if (length + count > limit) {
        throw new LineTooLongException(number, limit);
      }
      length = append(length, count);
      if (feed < end) {
        position = feed + 1;
        return taken(length);
      }
      position = 0;
      end = Math.max(0, in.read(chunk));
      if (end == 0) {
        if (length > 0) {
          throw new EOFException("standard output ended within line " + number);
        }
        return null;
      }
    }
  }

  // One wide page must not keep its memory for the life of the adapter.
  private byte[] taken(int length) {
    byte[] taken = Arrays.copyOf(line, length);
    if (line.length > KEPT) {
      line = new byte[CHUNK];
    }
    return taken;
  }

  private int find() {
    int index = position;
    while (index < end && chunk[index] != '\n') {
      index++;
    }
    return index;
  }

  private int append(int length, int count) {
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, Math.min(limit, line.length * 2)));
    }
    System.arraycopy(chunk, position, line, length, count);
    return length + count;
  }
}
