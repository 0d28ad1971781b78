package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.values.Precision;
import java.util.Collections;
import java.util.List;

/** A table of information_schema or performance_schema. */
final class SystemSource implements Source {
  private final SystemTables.SystemTable table;
  private final List<SourceColumn> columns;
  private final List<String> qualifiers;

  SystemSource(SystemTables.SystemTable table, String alias) {
    this.table = table;
    this.columns =
        table.columns().stream()
            .map(column -> new SourceColumn(column.name(), column.type(), SourceColumn.Kind.COLUMN))
            .toList();
    this.qualifiers = Collections.nCopies(columns.size(), alias);
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public List<String> qualifiers() {
    return qualifiers;
  }

  @Override
  public int primaryTimestamp() {
    return NONE;
  }

  @Override
  public Precision precision() {
    return Precision.MILLISECONDS;
  }

  @Override
  public Kind kind() {
    return Kind.SYSTEM_TABLE;
  }

  @Override
  public boolean isTimeline() {
    return false;
  }

  @Override
  public BatchStream open(ScanRequest request) throws TaosException {
    int[] wanted = request.columns().stream().mapToInt(Integer::intValue).toArray();
    Batch rows = table.rows().project(wanted);
    BatchStream stream = new ListStream(List.of(rows));
    return request.filter().isPresent() ? new FilterStream(stream, request.filter().get()) : stream;
  }
}
