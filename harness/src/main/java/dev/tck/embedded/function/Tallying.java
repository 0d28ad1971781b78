package dev.tck.embedded.function;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts equal values: MODE, and HYPERLOGLOG, which here is exact. Of several most frequent values
 * MODE takes the last one in TDengine's hash table; its row is the last one with that value.
 */
final class Tallying implements Accumulator, RowChoice {
  // TDengine starts with a hash table of so many slots.
  private static final int HASH_CAPACITY = 64;

  private final boolean mode;
  private final int column;
  private final Map<ValueKey, Tally> tallies;

  /** Holds how often a value came, and the last row with it. */
  private static final class Tally {
    private long count;
    private Batch batch;
    private int row;

    Tally(Batch batch, int row) {
      this.batch = batch;
      this.row = row;
    }
  }

  Tallying(String function, int column) {
    this.mode = function.equals("mode");
    this.column = column;
    this.tallies = mode ? new LinkedHashMap<>() : new HashMap<>();
  }

  @Override
  public void add(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    for (int row = from; row < to; row++) {
      if (!values.isNull(row)) {
        int at = row;
        Tally tally = tallies.computeIfAbsent(ValueKey.of(values, row), key -> new Tally(rows, at));
        tally.count++;
        tally.batch = rows;
        tally.row = row;
      }
    }
  }

  private @Nullable Tally best() {
    long most = tallies.values().stream().mapToLong(tally -> tally.count).max().orElse(0);
    List<Map.Entry<ValueKey, Tally>> entries = new ArrayList<>(tallies.entrySet());
    long winners = entries.stream().filter(entry -> entry.getValue().count == most).count();
    Tally best = null;
    if (winners <= 1) {
      for (Map.Entry<ValueKey, Tally> entry : entries) {
        best = entry.getValue().count == most ? entry.getValue() : best;
      }
      return best;
    }
    List<byte[]> keys = entries.stream().map(entry -> entry.getKey().prefixedBytes()).toList();
    for (int index : HashOrder.of(keys, HASH_CAPACITY)) {
      Tally tally = entries.get(index).getValue();
      best = tally.count == most ? tally : best;
    }
    return best;
  }

  @Override
  public void appendResult(VectorBuilder out) {
    if (!mode) {
      out.appendLong(tallies.size());
      return;
    }
    Tally best = best();
    if (best == null) {
      out.appendNull();
    } else {
      out.append(best.batch.column(column), best.row);
    }
  }

  @Override
  public @Nullable Batch chosenBatch() {
    Tally best = best();
    return best == null ? null : best.batch;
  }

  @Override
  public int chosenRow() {
    Tally best = best();
    return best == null ? 0 : best.row;
  }
}
