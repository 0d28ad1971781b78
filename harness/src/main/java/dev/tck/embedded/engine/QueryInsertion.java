package dev.tck.embedded.engine;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.expression.Conversion;
import dev.tck.embedded.insert.InsertContext;
import dev.tck.embedded.insert.InsertExecutor;
import dev.tck.embedded.query.BatchStream;
import dev.tck.embedded.query.BoundQuery;
import dev.tck.embedded.query.QueryContext;
import dev.tck.embedded.query.QueryPlanner;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.store.Rows;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executes INSERT … SELECT. */
final class QueryInsertion {
  private final QueryContext queryContext;
  private final InsertContext insertContext;

  QueryInsertion(QueryContext queryContext, InsertContext insertContext) {
    this.queryContext = queryContext;
    this.insertContext = insertContext;
  }

  /** Returns the number of rows written. */
  long execute(Statement.InsertSelect statement) throws TaosException {
    Database database =
        queryContext
            .catalogue()
            .database(statement.table().database())
            .orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
    Table table =
        database
            .table(statement.table().table())
            .orElseThrow(ErrorCode.QUERIED_TABLE_NOT_EXIST::with);
    if (!(table instanceof DataTable target)) {
      throw ErrorCode.INVALID_OPERATION.with(
          "insert data into super table or virtual table is not supported");
    }
    List<Column> columns = columns(statement, target.schema());
    BoundQuery query = new QueryPlanner(queryContext).plan(statement.query());
    if (query.fields().size() != columns.size()) {
      throw ErrorCode.ILLEGAL_NUMBER_OF_COLUMNS.with();
    }
    long affected = 0;
    List<Rows> all = new ArrayList<>();
    BatchStream stream = query.open();
    for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
      Rows rows = rows(batch, columns, target.schema(), query);
      InsertExecutor.checkTimeRange(rows, database, insertContext);
      all.add(rows);
    }
    for (Rows rows : all) {
      affected += target.data().write(rows);
    }
    return affected;
  }

  private static List<Column> columns(Statement.InsertSelect statement, Schema schema)
      throws TaosException {
    if (statement.columns().isEmpty()) {
      return schema.columns();
    }
    List<Column> columns = new ArrayList<>();
    for (String name : statement.columns()) {
      columns.add(schema.column(name).orElseThrow(() -> ErrorCode.INVALID_COLUMN.with(name)));
    }
    if (!columns.contains(schema.columns().get(0))) {
      throw ErrorCode.TIMESTAMP_NULL.with();
    }
    return columns;
  }

  private Rows rows(Batch batch, List<Column> columns, Schema schema, BoundQuery query)
      throws TaosException {
    int width = schema.columns().size();
    Vector[] vectors = new Vector[width];
    @Nullable BitSet[] omitted = new BitSet[width];
    for (int index = 0; index < width; index++) {
      Column column = schema.columns().get(index);
      int source = columns.indexOf(column);
      if (source < 0) {
        vectors[index] = Vector.ofNulls(column.type(), batch.rows());
        BitSet all = new BitSet(batch.rows());
        all.set(0, batch.rows());
        omitted[index] = all;
      } else {
        Conversion conversion =
            new Conversion(column.type(), query.precision(), insertContext.zone());
        vectors[index] = conversion.convert(batch.column(source));
      }
    }
    return new Rows(schema.layout(), new Batch(batch.rows(), vectors), omitted);
  }
}
