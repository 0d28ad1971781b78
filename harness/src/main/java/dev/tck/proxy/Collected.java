package dev.tck.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Keeps the first bytes of a message, and counts all of them. */
final class Collected {
  private final int most;
  private byte[] bytes = new byte[0];
  private int kept;
  private long length;

  Collected(int most) {
    this.most = most;
  }

  /** Adds bytes of a buffer, whose position does not change. */
  void add(ByteBuf source, int index, int count) {
    length += count;
    int keep = Math.min(count, most - kept);
    if (keep > 0) {
      reserve(keep);
      source.getBytes(index, bytes, kept, keep);
      kept += keep;
    }
  }

  /** Adds the first bytes of an array. */
  void add(byte[] source, int count) {
    length += count;
    int keep = Math.min(count, most - kept);
    if (keep > 0) {
      reserve(keep);
      System.arraycopy(source, 0, bytes, kept, keep);
      kept += keep;
    }
  }

  private void reserve(int more) {
    if (kept + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(kept + more, Math.min(most, 2 * bytes.length)));
    }
  }

  /** Takes the mask off bytes that were added last. */
  void unmask(int from, int mask, int maskOffset) {
    for (int index = from; index < kept; index++) {
      int place = (index - from + maskOffset) & 3;
      bytes[index] ^= (byte) (mask >>> (24 - 8 * place));
    }
  }

  int kept() {
    return kept;
  }

  long length() {
    return length;
  }

  boolean isTruncated() {
    return length > kept;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, kept);
  }
}
