package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Topic;
import dev.tck.embedded.query.BoundQuery;
import dev.tck.embedded.query.Field;
import dev.tck.embedded.query.QueryContext;
import dev.tck.embedded.query.QueryPlanner;
import dev.tck.embedded.query.QueryShape;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.sql.TableName;
import dev.tck.embedded.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Executes CREATE TOPIC, DROP TOPIC and DROP CONSUMER GROUP. */
public final class TopicDefinition {
  private final Catalogue catalogue;
  private final QueryContext context;

  /** Creates an executor on a catalogue. */
  public TopicDefinition(Catalogue catalogue, QueryContext context) {
    this.catalogue = catalogue;
    this.context = context;
  }

  /** Creates a topic. */
  public void create(Statement.CreateTopic statement) throws TaosException {
    boolean ofQuery = statement.kind() == Statement.TopicKind.QUERY;
    if (!ofQuery && catalogue.topic(statement.name()).isPresent()) {
      if (statement.ifNotExists()) {
        return;
      }
      throw ErrorCode.TOPIC_EXISTS.with();
    }
    Topic topic =
        switch (statement.kind()) {
          case QUERY -> ofQuery(statement, statement.query().orElseThrow());
          case SUPER_TABLE -> ofSuperTable(statement, statement.superTable().orElseThrow());
          case DATABASE -> {
            Database database = database(statement.database().orElseThrow());
            yield topic(statement, database.name(), "NULL");
          }
        };
    if (!catalogue.createTopic(topic) && !statement.ifNotExists()) {
      throw ErrorCode.TOPIC_EXISTS.with();
    }
  }

  private Topic topic(Statement.CreateTopic statement, String database, String schema) {
    return new Topic(statement, database, schema, catalogue.clock().millis());
  }

  private Database database(String name) throws TaosException {
    return catalogue.database(name).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
  }

  private Topic ofQuery(Statement.CreateTopic statement, Query query) throws TaosException {
    BoundQuery bound = new QueryPlanner(context).plan(query);
    Optional<TableName> table = QueryShape.onlyTable(query);
    if (table.isEmpty()) {
      throw ErrorCode.INVALID_TOPIC_QUERY.with();
    }
    List<String> columns = new ArrayList<>();
    for (Field field : bound.fields()) {
      columns.add(describe(field.name(), field.type()));
    }
    return topic(statement, table.get().database(), schema(columns));
  }

  private Topic ofSuperTable(Statement.CreateTopic statement, TableName name) throws TaosException {
    SuperTable table =
        database(name.database())
            .table(name.table())
            .filter(SuperTable.class::isInstance)
            .map(SuperTable.class::cast)
            .orElseThrow(ErrorCode.STABLE_NOT_EXIST::with);
    List<String> columns = new ArrayList<>();
    for (Column column : table.schema().columns()) {
      columns.add(describe(column.name(), column.type()));
    }
    return topic(statement, name.database(), schema(columns));
  }

  private static String schema(List<String> columns) {
    return "[" + String.join(",", columns) + "]";
  }

  private static String describe(String name, DataType type) {
    return "{\"name\":\"%s\",\"type\":\"%s\",\"length\":%d}"
        .formatted(name, type.type().sqlName(), type.length());
  }

  /** Drops a topic. */
  public void drop(Statement.DropTopic statement) throws TaosException {
    Optional<Topic> topic = catalogue.topic(statement.name());
    if (topic.isPresent()) {
      catalogue.dropTopic(topic.get());
    } else if (!statement.ifExists()) {
      throw ErrorCode.TOPIC_NOT_EXIST.with();
    }
  }

  /** Drops a consumer group; there is none unless somebody subscribed. */
  public void drop(Statement.DropConsumerGroup statement) throws TaosException {
    if (!statement.ifExists()) {
      throw ErrorCode.SUBSCRIPTION_NOT_EXIST.with();
    }
  }

  /**
   * Returns whether a topic carries a column of a super table, or, without column, the super table
   * itself.
   */
  static boolean uses(Catalogue catalogue, SuperTable table, Optional<String> column) {
    for (Topic topic : catalogue.topics()) {
      Statement.CreateTopic definition = topic.definition();
      boolean whole =
          column.isEmpty() && definition.superTable().map(name -> is(name, table)).orElse(false);
      boolean queried =
          definition
              .query()
              .filter(query -> QueryShape.onlyTable(query).map(n -> is(n, table)).orElse(false))
              .map(query -> column.isEmpty() || QueryShape.names(query, column.get()))
              .orElse(false);
      if (whole || queried) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(TableName name, SuperTable table) {
    return name.database().equals(table.database().name()) && name.table().equals(table.name());
  }
}
