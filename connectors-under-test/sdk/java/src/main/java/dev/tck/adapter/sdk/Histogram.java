package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonStringWriter;

/** Counts durations in buckets of an eighth of a power of two. */
final class Histogram {
  private static final int PARTS = 8;
  private static final int PART_BITS = 3;

  private final long[] counts = new long[64 * PARTS];

  void clear() {
    java.util.Arrays.fill(counts, 0);
  }

  void add(long nanos) {
    counts[bucket(Math.max(0, nanos))]++;
  }

  static int bucket(long nanos) {
    if (nanos < PARTS) {
      return (int) nanos;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(nanos);
    int part = (int) (nanos >> (exponent - PART_BITS)) & (PARTS - 1);
    return (exponent - PART_BITS + 1) * PARTS + part;
  }

  /** Returns the greatest duration in a bucket. */
  static long upperBound(int bucket) {
    if (bucket < PARTS) {
      return bucket;
    }
    int shift = bucket / PARTS - 1;
    return ((PARTS + (bucket % PARTS) + 1L) << shift) - 1;
  }

  void write(JsonStringWriter out) {
    out.array("histogram");
    for (int bucket = 0; bucket < counts.length; bucket++) {
      if (counts[bucket] > 0) {
        out.array().value(upperBound(bucket)).value(counts[bucket]).end();
      }
    }
    out.end();
  }
}
