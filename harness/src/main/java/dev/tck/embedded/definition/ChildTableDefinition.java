package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.ChildTable;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.catalogue.TagValues;
import dev.tck.embedded.insert.InsertContext;
import dev.tck.embedded.insert.InsertExecutor;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Executes CREATE TABLE … USING. */
public final class ChildTableDefinition {
  private final Catalogue catalogue;
  private final InsertContext context;

  /** Creates an executor on a catalogue. */
  public ChildTableDefinition(Catalogue catalogue, InsertContext context) {
    this.catalogue = catalogue;
    this.context = context;
  }

  /** Holds a table that can be created. */
  private record Prepared(
      SuperTable superTable, String name, TagValues tags, Table.Options options) {}

  /** Creates child tables: all, or on an error none. */
  public void create(Statement.CreateChildTables statement) throws TaosException {
    List<Prepared> prepared = new ArrayList<>();
    for (Statement.ChildDefinition child : statement.children()) {
      Optional<Prepared> table = prepare(child);
      table.ifPresent(prepared::add);
    }
    for (Prepared table : prepared) {
      table
          .superTable()
          .database()
          .childTable(table.superTable(), table.name(), table.tags(), table.options());
    }
  }

  private Optional<Prepared> prepare(Statement.ChildDefinition child) throws TaosException {
    TableDefinition.requirePlainName(child.name());
    TableName superName = child.superTable();
    if (!superName.database().equals(child.name().database())) {
      throw ErrorCode.STABLE_NOT_IN_DATABASE.with();
    }
    Database database =
        catalogue.database(superName.database()).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
    Table table = database.table(superName.table()).orElseThrow(ErrorCode.TABLE_NOT_EXIST::with);
    if (!(table instanceof SuperTable superTable)) {
      throw ErrorCode.TAGS_NOT_MATCHED.with();
    }
    TagValues tags = tags(child, superTable);
    Optional<Table> existing = database.table(child.name().table());
    if (existing.isPresent()) {
      requireSame(existing.get(), superTable, child.ifNotExists());
      return Optional.empty();
    }
    return Optional.of(
        new Prepared(
            superTable, child.name().table(), tags, TableDefinition.options(child.options())));
  }

  private static void requireSame(Table existing, SuperTable superTable, boolean ifNotExists)
      throws TaosException {
    boolean otherParent = existing instanceof ChildTable child && child.superTable() != superTable;
    if (otherParent) {
      throw ErrorCode.TABLE_IN_OTHER_STABLE.with();
    }
    if (!ifNotExists || !(existing instanceof ChildTable)) {
      throw ErrorCode.TABLE_EXISTS.with();
    }
  }

  private TagValues tags(Statement.ChildDefinition child, SuperTable superTable)
      throws TaosException {
    List<Column> named = new ArrayList<>();
    if (child.tags().isEmpty()) {
      named.addAll(superTable.schema().tags());
    } else {
      for (String name : child.tags()) {
        named.add(
            superTable.schema().tag(name).orElseThrow(() -> ErrorCode.INVALID_TAG_NAME.with(name)));
      }
    }
    boolean twice = named.stream().distinct().count() < named.size();
    if (named.size() != child.values().size() || twice) {
      throw ErrorCode.TAGS_NOT_MATCHED.with();
    }
    TagValues tags = TagValues.NONE;
    for (int index = 0; index < named.size(); index++) {
      tags =
          tags.with(
              named.get(index),
              InsertExecutor.readTag(
                  child.values().get(index), named.get(index), superTable, context));
    }
    return tags;
  }
}
