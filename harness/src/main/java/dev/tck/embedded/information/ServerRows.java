package dev.tck.embedded.information;

import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.DatabaseOption;
import dev.tck.embedded.catalogue.Table;
import java.util.List;

/** The rows that tell of the server itself: one data node that is its own management node. */
final class ServerRows {
  private static final String ENDPOINT = "localhost:6030";
  private static final int SUPPORTED_VNODES = 256;
  private static final long CLUSTER = 1;
  private static final long MILLISECONDS_PER_SECOND = 1000;

  private final Catalogue catalogue;
  private final List<List<String>> variables;

  ServerRows(Catalogue catalogue, List<List<String>> variables) {
    this.catalogue = catalogue;
    this.variables = variables;
  }

  void writeDataNodes(RowWriter rows) {
    long vnodes =
        catalogue.databases().stream()
            .mapToLong(database -> database.options().number(DatabaseOption.VGROUPS))
            .sum();
    rows.number(1).text(ENDPOINT).number(vnodes).number(SUPPORTED_VNODES).text("ready");
    rows.number(catalogue.started()).number(catalogue.started()).text("").end();
  }

  void writeManagementNodes(RowWriter rows) {
    rows.number(1).text(ENDPOINT).text("leader").text("ready");
    rows.number(catalogue.started()).number(catalogue.started()).end();
  }

  void writeCluster(RowWriter rows) {
    long uptime = (catalogue.clock().millis() - catalogue.started()) / MILLISECONDS_PER_SECOND;
    rows.number(CLUSTER).text("tck").number(uptime).number(catalogue.started());
    rows.text("community").none().end();
  }

  void writeGrants(RowWriter rows) {
    rows.text("TDengine Community Edition")
        .text("unlimited")
        .text("limited")
        .text("false")
        .text("ungranted")
        .text("unlimited")
        .text("unlimited")
        .text("unlimited")
        .end();
  }

  void writeVgroups(RowWriter rows) {
    for (Database database : catalogue.databases()) {
      int groups = (int) database.options().number(DatabaseOption.VGROUPS);
      for (int index = 0; index < groups; index++) {
        int group = database.firstVgroup() + index;
        long tables = database.tables().stream().filter(table -> isIn(table, group)).count();
        rows.number(group).text(database.name()).number(tables).number(1).text("leader");
        rows.text("0/0");
        for (int column = 0; column < 9; column++) {
          rows.none();
        }
        rows.number(0).number(0).number(0).end();
      }
    }
  }

  private static boolean isIn(Table table, int group) {
    return table instanceof DataTable data && data.vgroup() == group;
  }

  void writeVnodes(RowWriter rows) {
    for (Database database : catalogue.databases()) {
      int groups = (int) database.options().number(DatabaseOption.VGROUPS);
      for (int index = 0; index < groups; index++) {
        rows.number(1).number(database.firstVgroup() + index).text(database.name());
        rows.text("leader").number(database.created()).number(database.created());
        rows.bool(true).text("").number(0).end();
      }
    }
  }

  void writeConfigs(RowWriter rows) {
    for (List<String> variable : variables) {
      String name = variable.get(0);
      if (name.equals("statusInterval")
          || name.equals("timezone")
          || name.equals("locale")
          || name.equals("charset")) {
        rows.text(name).text(variable.get(3)).end();
      }
    }
  }

  void writeVariables(RowWriter rows) {
    for (List<String> variable : variables) {
      rows.number(1);
      writeVariable(variable, rows);
    }
  }

  static void writeVariable(List<String> variable, RowWriter rows) {
    rows.text(variable.get(0))
        .text(variable.get(3))
        .text(variable.get(1))
        .text(variable.get(2))
        .text("")
        .end();
  }
}
