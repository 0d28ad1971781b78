package dev.tck.embedded.information;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.User;
import dev.tck.embedded.query.SystemTables;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables of information_schema and performance_schema of one server. */
public final class SystemCatalogue {
  private final Catalogue catalogue;
  private final List<SystemTableDefinition> definitions = SystemTableDefinitions.read();
  private final List<List<String>> variables = SystemTableDefinitions.readVariables();
  private final Map<String, Consumer<RowWriter>> writers = new HashMap<>();

  /** Creates the tables of a server. */
  public SystemCatalogue(Catalogue catalogue) {
    this.catalogue = catalogue;
    TableRows tables = new TableRows(catalogue, definitions);
    writers.put("ins_databases", new DatabaseRows(catalogue, definitions)::write);
    writers.put("ins_tables", tables::writeTables);
    writers.put("ins_stables", tables::writeSuperTables);
    writers.put("ins_columns", tables::writeColumns);
    writers.put("ins_tags", tables::writeTags);
    writers.put("ins_indexes", tables::writeIndexes);
    AccessRows access = new AccessRows(catalogue);
    writers.put("ins_users", access::writeUsers);
    writers.put("ins_user_privileges", access::writePrivileges);
    writers.put("ins_topics", access::writeTopics);
    ServerRows server = new ServerRows(catalogue, variables);
    writers.put("ins_dnodes", server::writeDataNodes);
    writers.put("ins_mnodes", server::writeManagementNodes);
    writers.put("ins_cluster", server::writeCluster);
    writers.put("ins_grants", server::writeGrants);
    writers.put("ins_vgroups", server::writeVgroups);
    writers.put("ins_vnodes", server::writeVnodes);
    writers.put("ins_configs", server::writeConfigs);
    writers.put("ins_dnode_variables", server::writeVariables);
  }

  /** Returns the tables as a user sees them. */
  public SystemTables of(Optional<User> user) {
    boolean unrestricted = user.map(User::hasSystemInformation).orElse(false);
    return new SystemTables() {
      @Override
      public boolean isSystemDatabase(String database) {
        return isSystem(database);
      }

      @Override
      public Optional<SystemTable> find(String database, String table) {
        return definition(database, table)
            .map(definition -> new Rows(definition, unrestricted || !definition.restricted()));
      }
    };
  }

  /** Returns whether a database is one of those that hold system tables. */
  public boolean isSystem(String database) {
    return database.equals("information_schema") || database.equals("performance_schema");
  }

  Optional<SystemTableDefinition> definition(String database, String table) {
    String name = table.toLowerCase(Locale.ROOT);
    return definitions.stream()
        .filter(each -> each.database().equals(database) && each.name().equals(name))
        .findFirst();
  }

  List<List<String>> variables() {
    return variables;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** One table, whose rows are made each time they are read. */
  private final class Rows implements SystemTables.SystemTable {
    private final SystemTableDefinition definition;
    private final boolean allowed;

    Rows(SystemTableDefinition definition, boolean allowed) {
      this.definition = definition;
      this.allowed = allowed;
    }

    @Override
    public List<SystemTables.SystemColumn> columns() {
      return definition.columns();
    }

    @Override
    public Batch rows() throws TaosException {
      if (!allowed) {
        throw ErrorCode.PERMISSION_DENIED.with();
      }
      List<DataType> types =
          definition.columns().stream().map(SystemTables.SystemColumn::type).toList();
      RowWriter rows = new RowWriter(types);
      Consumer<RowWriter> writer = writers.get(definition.name());
      if (writer != null) {
        writer.accept(rows);
      }
      return rows.build();
    }
  }
}
