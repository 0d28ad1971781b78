package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.DatabaseOptions;
import dev.tck.embedded.catalogue.Topic;
import dev.tck.embedded.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** Executes CREATE, ALTER and DROP DATABASE. */
public final class DatabaseDefinition {
  private static final Set<String> SYSTEM_DATABASES =
      Set.of("information_schema", "performance_schema");

  private final Catalogue catalogue;

  /** Creates an executor on a catalogue. */
  public DatabaseDefinition(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static boolean isSystemDatabase(String name) {
    return SYSTEM_DATABASES.contains(name);
  }

  /** Creates a database. */
  public void create(Statement.CreateDatabase statement) throws TaosException {
    if (isSystemDatabase(statement.name())) {
      throw ErrorCode.INVALID_OPERATION.with(
          "Cannot create system database: `" + statement.name() + "`");
    }
    if (statement.name().contains(".")) {
      throw new TaosException(
          ErrorCode.INVALID_IDENTIFIER.code(), "The database name cannot contain '.'");
    }
    DatabaseOptions options =
        DatabaseOptionReader.apply(DatabaseOptions.standard(), statement.options());
    if (catalogue.database(statement.name()).isEmpty()) {
      DatabaseOptionReader.requireAccepted(options);
    }
    if (!catalogue.createDatabase(statement.name(), options) && !statement.ifNotExists()) {
      throw ErrorCode.DATABASE_EXISTS.with();
    }
  }

  /** Changes a database. */
  public void alter(Statement.AlterDatabase statement) throws TaosException {
    Database database =
        catalogue.database(statement.name()).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
    DatabaseOptions options = DatabaseOptionReader.apply(database.options(), statement.options());
    DatabaseOptionReader.requireAccepted(options);
    database.options(options);
  }

  /** Drops a database with all that is in it. */
  public void drop(Statement.DropDatabase statement) throws TaosException {
    if (isSystemDatabase(statement.name())) {
      throw ErrorCode.INVALID_OPERATION.with(
          "Cannot drop system database: `" + statement.name() + "`");
    }
    Optional<Database> database = catalogue.database(statement.name());
    if (database.isEmpty()) {
      if (statement.ifExists()) {
        return;
      }
      throw ErrorCode.DATABASE_NOT_EXIST.with();
    }
    for (Topic topic : catalogue.topics()) {
      if (topic.database().equals(statement.name())) {
        throw ErrorCode.TOPIC_MUST_BE_DROPPED.with();
      }
    }
    catalogue.dropDatabase(database.get());
  }
}
