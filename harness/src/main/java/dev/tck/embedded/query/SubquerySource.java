package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.values.Precision;
import java.util.Collections;
import java.util.List;

/** A query in parentheses. */
final class SubquerySource implements Source {
  private final BoundQuery query;
  private final List<SourceColumn> columns;
  private final List<String> qualifiers;

  SubquerySource(BoundQuery query, String alias) {
    this.query = query;
    this.columns =
        query.fields().stream()
            .map(field -> new SourceColumn(field.name(), field.type(), kind(field)))
            .toList();
    this.qualifiers = Collections.nCopies(columns.size(), alias);
  }

  private static SourceColumn.Kind kind(Field field) {
    return field.named() ? SourceColumn.Kind.COLUMN : SourceColumn.Kind.UNNAMED;
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
    return query.primaryTimestamp();
  }

  @Override
  public Precision precision() {
    return query.precision();
  }

  @Override
  public Kind kind() {
    return Kind.SUBQUERY;
  }

  @Override
  public boolean isTimeline() {
    return query.isTimeline();
  }

  @Override
  public BatchStream open(ScanRequest request) throws TaosException {
    int[] wanted = request.columns().stream().mapToInt(Integer::intValue).toArray();
    BatchStream rows = query.open();
    BatchStream projected =
        () -> {
          Batch batch = rows.next();
          return batch == null ? null : batch.project(wanted);
        };
    return request.filter().isPresent()
        ? new FilterStream(projected, request.filter().get())
        : projected;
  }
}
