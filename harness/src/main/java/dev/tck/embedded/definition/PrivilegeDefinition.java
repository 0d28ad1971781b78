package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.catalogue.User;
import dev.tck.embedded.catalogue.User.Privilege;
import dev.tck.embedded.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Executes GRANT and REVOKE. As in TDengine's community edition, privileges are only told back. */
public final class PrivilegeDefinition {
  private static final List<String> OF_DATABASES = List.of("read", "write");
  private static final List<String> OF_TABLES = List.of("read", "write", "alter");

  private final Catalogue catalogue;

  /** Creates an executor on a catalogue. */
  public PrivilegeDefinition(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Grants or revokes. */
  public void change(Statement.ChangePrivileges statement) throws TaosException {
    requireCondition(statement);
    if (statement.privileges().contains("subscribe") || statement.table().isEmpty()) {
      changeSubscription(statement);
      return;
    }
    String table = statement.table().get();
    boolean ofTable = !table.equals("*");
    if (ofTable) {
      requireTable(statement.database(), table);
    }
    User user = user(statement.user());
    for (String kind : kinds(statement, ofTable)) {
      for (String database : databases(statement.database())) {
        String condition = ofTable ? condition(statement) : "";
        change(
            user,
            statement.grant(),
            new Privilege(kind, database, ofTable ? table : "", condition));
      }
    }
  }

  private static void requireCondition(Statement.ChangePrivileges statement) throws TaosException {
    boolean ofTable = statement.table().isPresent() && !statement.table().get().equals("*");
    if (statement.condition().isPresent() && !ofTable) {
      throw ErrorCode.SYNTAX_ERROR_TEXT.with(
          "The With clause can only be used for table level privilege");
    }
  }

  private static String condition(Statement.ChangePrivileges statement) {
    String owner = "`" + statement.database() + "`.`" + statement.table().orElse("") + "`";
    return statement.condition().map(condition -> ConditionText.of(condition, owner)).orElse("");
  }

  private static void change(User user, boolean grant, Privilege privilege) throws TaosException {
    if (grant) {
      requireOneCondition(user, privilege);
      user.grant(privilege);
      return;
    }
    boolean revoked = false;
    for (Privilege granted : user.privileges()) {
      if (isSame(granted, privilege)) {
        user.revoke(granted);
        revoked = true;
      }
    }
    if (!revoked && privilege.table().isEmpty()) {
      throw ErrorCode.INVALID_PARAMETERS.with();
    }
  }

  // A privilege on a table cannot be had with two conditions.
  private static void requireOneCondition(User user, Privilege privilege) throws TaosException {
    for (Privilege granted : user.privileges()) {
      boolean other =
          !privilege.table().isEmpty()
              && isSame(granted, privilege)
              && !granted.condition().equals(privilege.condition());
      if (other) {
        throw ErrorCode.PRIVILEGE_EXISTS.with();
      }
    }
  }

  private static boolean isSame(Privilege left, Privilege right) {
    return left.kind().equals(right.kind())
        && left.database().equals(right.database())
        && left.table().equals(right.table());
  }

  private static List<String> kinds(Statement.ChangePrivileges statement, boolean ofTable) {
    if (statement.privileges().contains("all")) {
      return ofTable ? OF_TABLES : OF_DATABASES;
    }
    // ALTER is granted on tables; on a database it says nothing.
    return statement.privileges().stream()
        .filter(kind -> ofTable || !kind.equals("alter"))
        .toList();
  }

  private void changeSubscription(Statement.ChangePrivileges statement) throws TaosException {
    if (catalogue.topic(statement.database()).isEmpty()) {
      throw ErrorCode.TOPIC_NOT_EXIST.with();
    }
    Privilege privilege = new Privilege("subscribe", statement.database(), "", "");
    change(user(statement.user()), statement.grant(), privilege);
  }

  private User user(String name) throws TaosException {
    return catalogue.user(name).orElseThrow(ErrorCode.USER_NOT_EXIST::with);
  }

  private List<String> databases(String name) throws TaosException {
    if (name.equals("*")) {
      return catalogue.databases().stream().map(Database::name).toList();
    }
    if (catalogue.database(name).isEmpty()) {
      throw ErrorCode.DATABASE_NOT_EXIST.with();
    }
    return List.of(name);
  }

  private void requireTable(String databaseName, String tableName) throws TaosException {
    Database database =
        catalogue.database(databaseName).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
    Optional<Table> table = database.table(tableName);
    if (table.isEmpty()) {
      throw ErrorCode.TABLE_NOT_EXIST.with();
    }
    if (table.get() instanceof ChildTable) {
      throw ErrorCode.SYNTAX_ERROR_TEXT.with("Only supertable and normal table can be granted");
    }
  }
}
