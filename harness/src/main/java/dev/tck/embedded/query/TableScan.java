package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.store.Chunk;
import dev.tck.embedded.store.Snapshot;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one table or of all children of a super table, table by table, each in time
 * order. The snapshots are taken when the scan is made.
 */
final class TableScan implements BatchStream {
  private final TableSource source;
  private final ScanRequest request;
  private final Optional<Scalar> rowFilter;
  private final List<Part> allParts;
  private final Iterator<Part> parts;
  private @Nullable Part part;

  /** Holds what is to be read of one table. */
  private static final class Part {
    private final Vector[] constants;
    private final List<Chunk> chunks;
    private int next;

    Part(Vector[] constants, List<Chunk> chunks) {
      this.constants = constants;
      this.chunks = chunks;
    }

    @Nullable Chunk nextChunk() {
      return next < chunks.size() ? chunks.get(next++) : null;
    }
  }

  TableScan(TableSource source, ScanRequest request) throws TaosException {
    this.source = source;
    this.request = request;
    List<Scalar> ofTables = new ArrayList<>();
    List<Scalar> ofRows = new ArrayList<>();
    if (request.filter().isPresent()) {
      for (Scalar term : Conditions.terms(request.filter().get())) {
        (Conditions.readsOnly(term, this::isOfTable) ? ofTables : ofRows).add(term);
      }
    }
    this.rowFilter = Conditions.all(ofRows);
    this.allParts = parts(ofTables);
    this.parts = allParts.iterator();
  }

  /** Returns what each table that is read has for its tags and its name. */
  List<Batch> tableRows() {
    return allParts.stream().map(each -> new Batch(1, each.constants)).toList();
  }

  private boolean isOfTable(int column) {
    return source.columns().get(request.columns().get(column)).isOfTable();
  }

  private List<Part> parts(List<Scalar> conditions) throws TaosException {
    List<Part> result = new ArrayList<>();
    for (DataTable table : source.dataTables()) {
      Vector[] constants = constants(table);
      if (accepts(conditions, constants)) {
        Snapshot snapshot = table.data().snapshot();
        result.add(new Part(constants, inRange(snapshot)));
      }
    }
    return result;
  }

  private List<Chunk> inRange(Snapshot snapshot) {
    TimeRange range = request.range();
    if (range.isEmpty()) {
      return List.of();
    }
    int from = snapshot.firstChunkNotEndingBefore(range.from());
    int to = from;
    while (to < snapshot.chunks().size() && snapshot.chunks().get(to).first() <= range.to()) {
      to++;
    }
    return snapshot.chunks().subList(from, to);
  }

  // The values that a table has for its tags and its name, null for columns.
  private Vector[] constants(DataTable table) {
    Vector[] constants = new Vector[request.columns().size()];
    int columns = source.schema().columns().size();
    for (int index = 0; index < constants.length; index++) {
      int position = request.columns().get(index);
      SourceColumn column = source.columns().get(position);
      switch (column.kind()) {
        case TABLE_NAME -> constants[index] = Vector.ofText(TableSource.TABLE_NAME, table.name());
        case TAG -> constants[index] = tagValue(table, position - columns, column.type());
        case COLUMN, UNNAMED -> {}
      }
    }
    return constants;
  }

  private Vector tagValue(DataTable table, int tagIndex, DataType type) {
    Column tag = source.schema().tags().get(tagIndex);
    return table instanceof ChildTable child ? child.tags().value(tag) : Vector.ofNulls(type, 1);
  }

  private static boolean accepts(List<Scalar> conditions, Vector[] constants) throws TaosException {
    Batch tags = new Batch(1, constants);
    for (Scalar condition : conditions) {
      if (!Logic.isTrue(condition.evaluate(tags), 0)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Batch next() throws TaosException {
    while (true) {
      Batch batch = nextUnfiltered();
      if (batch == null) {
        return null;
      }
      Batch filtered = rowFilter.isPresent() ? FilterStream.filter(batch, rowFilter.get()) : batch;
      if (filtered.rows() > 0) {
        return filtered;
      }
    }
  }

  private @Nullable Batch nextUnfiltered() {
    while (true) {
      if (part == null) {
        if (!parts.hasNext()) {
          return null;
        }
        part = parts.next();
      }
      Chunk chunk = part.nextChunk();
      if (chunk == null) {
        part = null;
        continue;
      }
      Batch batch = read(part, chunk);
      if (batch.rows() > 0) {
        return batch;
      }
    }
  }

  private Batch read(Part from, Chunk chunk) {
    TimeRange range = request.range();
    int first = range.from() <= chunk.first() ? 0 : chunk.firstNotBefore(range.from());
    int end = range.to() >= chunk.last() ? chunk.rows() : chunk.firstNotBefore(range.to() + 1);
    int rows = Math.max(0, end - first);
    Vector[] columns = new Vector[request.columns().size()];
    for (int index = 0; index < columns.length; index++) {
      int position = request.columns().get(index);
      if (source.columns().get(position).isOfTable()) {
        columns[index] = from.constants[index].repeat(0, rows);
      } else {
        Column column = source.schema().columns().get(position);
        columns[index] = chunk.column(column.id(), column.type()).slice(first, first + rows);
      }
    }
    return new Batch(rows, columns);
  }
}
