package dev.tck.embedded.function;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.SplittableRandom;

/** SAMPLE: so many rows by chance, each with the same probability. */
final class SampledRows implements RowFunction {
  private final int column;
  private final int count;
  private final SplittableRandom random;

  SampledRows(int column, int count, long seed) {
    this.column = column;
    this.count = count;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    int[] origins = new int[count];
    int seen = 0;
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      int place = seen < count ? seen : random.nextInt(seen + 1);
      if (place < count) {
        origins[place] = row;
      }
      seen++;
    }
    return new MadeRows(origins, values.gather(origins, Math.min(seen, count)));
  }
}
