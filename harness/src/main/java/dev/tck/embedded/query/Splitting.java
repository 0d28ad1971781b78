package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits rows by keys; the partitions come in the order of their first rows. */
final class Splitting {
  private final BatchStream input;
  private final int[] keys;
  private final List<DataType> types;

  Splitting(BatchStream input, int[] keys, List<DataType> types) {
    this.input = input;
    this.keys = keys;
    this.types = types;
  }

  /** Returns all rows of each partition. */
  List<Batch> batches() throws TaosException {
    if (keys.length == 0) {
      return List.of(Sorting.collect(input, types));
    }
    Map<RowKey, BatchBuilder> partitions = new LinkedHashMap<>();
    for (Batch batch = input.next(); batch != null; batch = input.next()) {
      int row = 0;
      while (row < batch.rows()) {
        int end = RowKey.endOfRun(batch, keys, row);
        partitions
            .computeIfAbsent(RowKey.of(batch, keys, row), key -> new BatchBuilder(types, 8))
            .appendRange(batch, row, end);
        row = end;
      }
    }
    return partitions.values().stream().map(BatchBuilder::build).toList();
  }

  Partitions partitions() throws TaosException {
    List<BatchStream> streams = new ArrayList<>();
    for (Batch partition : batches()) {
      streams.add(Sorting.slices(partition));
    }
    return Partitions.list(streams);
  }
}
