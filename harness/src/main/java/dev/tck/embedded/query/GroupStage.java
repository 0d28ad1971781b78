package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the rows of each group into one row, without keeping the rows. */
final class GroupStage implements Stage {
  private static final Window NO_WINDOW = new Window(0, 0, 0, 0);

  private final RowSource source;
  private final StageInputs inputs;
  private final Projection projection;
  private final EmptyGroups emptyGroups;

  /** Names which groups without rows have a row. */
  enum EmptyGroups {
    /** None. */
    NONE,
    /** The only group there is, that of all rows. */
    ALL_ROWS,
    /** Those of all tables that are read. */
    OF_TABLES
  }

  GroupStage(RowSource source, StageInputs inputs, Projection projection, EmptyGroups emptyGroups) {
    this.source = source;
    this.inputs = inputs;
    this.projection = projection;
    this.emptyGroups = emptyGroups;
  }

  @Override
  public Partitions open() throws TaosException {
    Map<RowKey, GroupRow> groups = new LinkedHashMap<>();
    BatchStream rows = inputs.compute(source.open());
    for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
      add(batch, groups);
    }
    addEmptyGroups(groups);
    List<BatchStream> partitions = new ArrayList<>();
    for (GroupRow group : groups.values()) {
      BatchBuilder out = new BatchBuilder(inputs.layout().types(), 1);
      group.appendTo(out, NO_WINDOW);
      partitions.add(projection.apply(new ListStream(List.of(out.build()))));
    }
    return Partitions.list(partitions);
  }

  private void add(Batch batch, Map<RowKey, GroupRow> groups) throws TaosException {
    int row = 0;
    while (row < batch.rows()) {
      int end =
          inputs.keys().length == 0 ? batch.rows() : RowKey.endOfRun(batch, inputs.keys(), row);
      groups
          .computeIfAbsent(RowKey.of(batch, inputs.keys(), row), key -> group())
          .add(batch, row, end);
      row = end;
    }
  }

  private void addEmptyGroups(Map<RowKey, GroupRow> groups) throws TaosException {
    boolean wanted =
        emptyGroups == EmptyGroups.OF_TABLES
            || (emptyGroups == EmptyGroups.ALL_ROWS && groups.isEmpty());
    if (!wanted || source.nothing()) {
      return;
    }
    for (Batch table : source.tableRows()) {
      Batch described = inputs.compute(completed(table));
      groups
          .computeIfAbsent(RowKey.of(described, inputs.keys(), 0), key -> group())
          .describe(described, 0);
    }
    if (emptyGroups == EmptyGroups.ALL_ROWS && groups.isEmpty()) {
      groups.put(new RowKey(List.of()), group());
    }
  }

  // A table's row lacks the columns that have a value a row; here those are NULL.
  private Batch completed(Batch table) {
    return source.scope().map(scope -> scope.completed(table)).orElse(table);
  }

  // The row of a key stays, whatever its values.
  private GroupRow group() {
    return new GroupRow(inputs, inputs.keys().length == 0);
  }
}
