package dev.tck.embedded.information;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.expression.TextMatch;
import dev.tck.embedded.query.BoundQuery;
import dev.tck.embedded.query.Field;
import dev.tck.embedded.query.FixedQuery;
import dev.tck.embedded.query.QueryContext;
import dev.tck.embedded.query.QueryPlanner;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.sql.StatementParser;
import dev.tck.embedded.sql.TableName;
import dev.tck.embedded.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Executes SHOW. Most of it is a query of a system table. */
public final class Showing {
  private static final String SCHEMA = "information_schema.";
  private static final Map<String, String> SYSTEM_TABLES =
      Map.ofEntries(
          Map.entry("dnodes", "* from information_schema.ins_dnodes"),
          Map.entry("mnodes", "* from information_schema.ins_mnodes"),
          Map.entry("qnodes", "* from information_schema.ins_qnodes"),
          Map.entry("snodes", "* from information_schema.ins_snodes"),
          Map.entry("anodes", "* from information_schema.ins_anodes"),
          Map.entry("arbgroups", "* from information_schema.ins_arbgroups"),
          Map.entry("functions", "name from information_schema.ins_functions"),
          Map.entry("streams", "stream_name, status, message from information_schema.ins_streams"),
          Map.entry("apps", "* from performance_schema.perf_apps"),
          Map.entry("connections", "* from performance_schema.perf_connections"),
          Map.entry("licences", "* from information_schema.ins_grants"),
          Map.entry("grants", "* from information_schema.ins_grants"),
          Map.entry("encryptions", "* from information_schema.ins_encryptions"),
          Map.entry("queries", "* from performance_schema.perf_queries"),
          Map.entry("topics", "topic_name from information_schema.ins_topics"),
          Map.entry("transactions", "* from performance_schema.perf_trans"),
          Map.entry("consumers", "* from performance_schema.perf_consumers"),
          Map.entry("subscriptions", "* from information_schema.ins_subscriptions"),
          Map.entry("compacts", "* from information_schema.ins_compacts"),
          Map.entry("users", "* from information_schema.ins_users"),
          Map.entry("cluster", "* from information_schema.ins_cluster"),
          Map.entry("vnodes", "* from information_schema.ins_vnodes"),
          Map.entry("user privileges", "* from information_schema.ins_user_privileges"),
          Map.entry("views", "* from information_schema.ins_views"),
          Map.entry("vgroups", "* from information_schema.ins_vgroups"));
  // What no server of this version has.
  private static final Set<String> MISSING = Set.of("bnodes");

  private final SystemCatalogue system;
  private final QueryContext context;

  /** Creates an executor. */
  public Showing(SystemCatalogue system, QueryContext context) {
    this.system = system;
    this.context = context;
  }

  /** Returns the query that gives what a statement asks for. */
  public BoundQuery plan(Statement.Show show) throws TaosException {
    if (show instanceof Statement.ShowSystemTable table) {
      return planSystemTable(table);
    } else if (show instanceof Statement.ShowDatabases databases) {
      return planDatabases(databases.kind());
    } else if (show instanceof Statement.ShowTables tables) {
      return planTables(tables);
    } else if (show instanceof Statement.ShowSuperTables tables) {
      return planSuperTables(tables);
    } else if (show instanceof Statement.ShowTags tags) {
      return planTags(tags.table());
    } else if (show instanceof Statement.ShowTableTags tags) {
      return planTableTags(tags);
    } else if (show instanceof Statement.ShowAlive alive) {
      return planAlive(alive);
    } else if (show instanceof Statement.ShowVariables variables) {
      return planVariables(variables);
    } else if (show instanceof Statement.ShowIndexes indexes) {
      TableName table = indexes.table();
      return plan(
          "* from " + SCHEMA + "ins_indexes",
          List.of(equal("db_name", table.database()), equal("table_name", table.table())));
    }
    return new Describing(system).show(show);
  }

  private BoundQuery plan(String selection, List<String> conditions) throws TaosException {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    Statement statement = StatementParser.parse("select " + selection + where, Optional.empty());
    return new QueryPlanner(context).plan(((Statement.Select) statement).query());
  }

  private static String equal(String column, String value) {
    return column + " = " + quoted(value);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static void addPattern(List<String> conditions, String column, Optional<String> pattern) {
    pattern.ifPresent(text -> conditions.add(column + " like " + quoted(text)));
  }

  private BoundQuery planSystemTable(Statement.ShowSystemTable show) throws TaosException {
    if (MISSING.contains(show.what())) {
      throw ErrorCode.QUERIED_TABLE_NOT_EXIST.with();
    }
    if (show.what().equals("accounts")) {
      throw ErrorCode.NO_LONGER_SUPPORTED.with();
    }
    String selection = SYSTEM_TABLES.get(show.what());
    if (selection == null) {
      throw ErrorCode.OPERATION_NOT_SUPPORTED.with();
    }
    List<String> conditions = new ArrayList<>();
    if (show.database().isPresent()) {
      requireDatabase(show.database().get());
      conditions.add(equal("db_name", show.database().get()));
    }
    addPattern(conditions, "view_name", show.pattern());
    return plan(selection, conditions);
  }

  private void requireDatabase(String name) throws TaosException {
    if (!system.isSystem(name) && system.catalogue().database(name).isEmpty()) {
      throw ErrorCode.DATABASE_NOT_EXIST.with();
    }
  }

  private BoundQuery planDatabases(Statement.Kind kind) throws TaosException {
    String names = "('information_schema', 'performance_schema')";
    List<String> conditions =
        switch (kind) {
          case USER -> List.of("name not in " + names);
          case SYSTEM -> List.of("name in " + names);
          case ALL, NORMAL, CHILD, VIRTUAL -> List.of();
        };
    return plan("name from " + SCHEMA + "ins_databases", conditions);
  }

  private BoundQuery planTables(Statement.ShowTables show) throws TaosException {
    requireDatabase(show.database());
    List<String> conditions = new ArrayList<>();
    conditions.add(equal("db_name", show.database()));
    switch (show.kind()) {
      case NORMAL -> conditions.add("type = 'NORMAL_TABLE'");
      case CHILD -> conditions.add("type = 'CHILD_TABLE'");
      case VIRTUAL -> conditions.add("type = 'VIRTUAL_NORMAL_TABLE'");
      case ALL, USER, SYSTEM -> {}
    }
    addPattern(conditions, "table_name", show.pattern());
    return plan("table_name from " + SCHEMA + "ins_tables", conditions);
  }

  private BoundQuery planSuperTables(Statement.ShowSuperTables show) throws TaosException {
    requireDatabase(show.database());
    List<String> conditions = new ArrayList<>();
    conditions.add(equal("db_name", show.database()));
    switch (show.kind()) {
      case NORMAL -> conditions.add("isvirtual = false");
      case VIRTUAL -> conditions.add("isvirtual = true");
      case ALL, USER, SYSTEM, CHILD -> {}
    }
    addPattern(conditions, "stable_name", show.pattern());
    return plan("stable_name from " + SCHEMA + "ins_stables", conditions);
  }

  private Table taggedTable(TableName name) throws TaosException {
    if (system.catalogue().database(name.database()).isEmpty()) {
      throw ErrorCode.SHOWN_DATABASE_NOT_EXIST.with();
    }
    Optional<Table> table =
        system
            .catalogue()
            .database(name.database())
            .flatMap(database -> database.table(name.table()));
    if (table.isEmpty()) {
      throw ErrorCode.SHOWN_TABLE_NOT_EXIST.with();
    }
    if (!(table.get() instanceof SuperTable) && !(table.get() instanceof ChildTable)) {
      throw ErrorCode.INVALID_TAGS_PSEUDO_COLUMN.with();
    }
    return table.get();
  }

  private BoundQuery planTags(TableName name) throws TaosException {
    taggedTable(name);
    return plan(
        "* from " + SCHEMA + "ins_tags",
        List.of(equal("db_name", name.database()), equal("table_name", name.table())));
  }

  private BoundQuery planTableTags(Statement.ShowTableTags show) throws TaosException {
    Table table = taggedTable(show.table());
    List<Query.SelectItem> items = new ArrayList<>(show.tags());
    if (items.isEmpty()) {
      items.add(pseudo("tbname"));
      for (Column tag : table.schema().tags()) {
        items.add(
            new Query.SelectItem(
                new Expression.ColumnName(Optional.empty(), tag.name()),
                Optional.empty(),
                tag.name()));
      }
    }
    Query.Select select =
        new Query.Select(
            Query.Quantifier.ALL,
            true,
            items,
            Optional.of(new Query.NamedTable(show.table(), Optional.empty())),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return new QueryPlanner(context)
        .plan(new Query(select, List.of(), Optional.empty(), Optional.empty()));
  }

  private static Query.SelectItem pseudo(String name) {
    return new Query.SelectItem(
        new Expression.PseudoColumn(Optional.empty(), name), Optional.empty(), name);
  }

  private BoundQuery planAlive(Statement.ShowAlive show) throws TaosException {
    if (show.database().isPresent()) {
      requireDatabase(show.database().get());
    }
    RowWriter rows = new RowWriter(List.of(DataType.INT));
    rows.number(1).end();
    return new FixedQuery(List.of(new Field("status", DataType.INT)), rows.build());
  }

  private BoundQuery planVariables(Statement.ShowVariables show) throws TaosException {
    if (show.dataNode().isPresent()) {
      List<String> conditions = new ArrayList<>();
      conditions.add("dnode_id = " + show.dataNode().get());
      addPattern(conditions, "name", show.pattern());
      return plan("* from " + SCHEMA + "ins_dnode_variables", conditions);
    }
    List<Field> fields =
        List.of(
            new Field("name", DataType.varchar(30)),
            new Field("value", DataType.varchar(4094)),
            new Field("scope", DataType.varchar(6)),
            new Field("category", DataType.varchar(6)),
            new Field("info", DataType.varchar(62)));
    RowWriter rows = new RowWriter(fields.stream().map(Field::type).toList());
    for (List<String> variable : system.variables()) {
      boolean shown =
          show.pattern().isEmpty() || TextMatch.isLike(variable.get(0), show.pattern().get());
      if (shown) {
        ServerRows.writeVariable(variable, rows);
      }
    }
    return new FixedQuery(fields, rows.build());
  }

  /** Returns the database of a name. */
  Optional<Database> database(String name) {
    return system.catalogue().database(name);
  }
}
