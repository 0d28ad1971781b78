package dev.tck.embedded.sql;

import dev.tck.embedded.type.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement, as written. */
public sealed interface Statement {

  /** A query. */
  record Select(Query query) implements Statement {}

  /** EXPLAIN. */
  record Explain(boolean analyze, Query query) implements Statement {}

  /** INSERT … SELECT; no columns stand for all. */
  record InsertSelect(TableName table, List<String> columns, Query query) implements Statement {}

  /** DELETE. */
  record Delete(TableName table, Optional<Expression> where) implements Statement {}

  /** USE. */
  record Use(String database) implements Statement {}

  /** A maintenance statement that changes nothing a client could see. */
  record NoOperation(Optional<String> database) implements Statement {}

  /** KILL. */
  record Kill(String what, String id) implements Statement {}

  /**
   * A database option.
   *
   * @param values are the values as written: numbers with sign, durations, or a string's content
   */
  record DatabaseOption(String name, List<String> values) {}

  /** CREATE DATABASE. */
  record CreateDatabase(boolean ifNotExists, String name, List<DatabaseOption> options)
      implements Statement {}

  /** ALTER DATABASE. */
  record AlterDatabase(String name, List<DatabaseOption> options) implements Statement {}

  /** DROP DATABASE. */
  record DropDatabase(boolean ifExists, String name) implements Statement {}

  /**
   * A column or tag.
   *
   * @param options are ENCODE, COMPRESS and LEVEL, in lower case
   */
  record ColumnDefinition(
      String name, DataType type, boolean primaryKey, Map<String, String> options) {}

  /** Options of a table, as written. */
  record TableOptions(Optional<String> comment, Optional<Long> timeToLive) {}

  /** CREATE TABLE of a normal table, or CREATE STABLE: then with tags. */
  record CreateTable(
      boolean ifNotExists,
      TableName name,
      List<ColumnDefinition> columns,
      List<ColumnDefinition> tags,
      TableOptions options)
      implements Statement {}

  /**
   * A child table.
   *
   * @param tags are the names of the tags that have values; none stand for all
   * @param values are the values as written
   */
  record ChildDefinition(
      boolean ifNotExists,
      TableName name,
      TableName superTable,
      List<String> tags,
      List<String> values,
      TableOptions options) {}

  /** CREATE TABLE … USING. */
  record CreateChildTables(List<ChildDefinition> children) implements Statement {}

  /** A table to be dropped. */
  record DropItem(boolean ifExists, TableName name) {}

  /** DROP TABLE. */
  record DropTables(List<DropItem> tables) implements Statement {}

  /** DROP STABLE. */
  record DropSuperTable(boolean ifExists, TableName name) implements Statement {}

  /** What ALTER TABLE does. */
  sealed interface Alteration {}

  /** ADD COLUMN or ADD TAG. */
  record AddColumn(boolean tag, ColumnDefinition column) implements Alteration {}

  /** DROP COLUMN or DROP TAG. */
  record DropColumn(boolean tag, String name) implements Alteration {}

  /** MODIFY COLUMN or MODIFY TAG with a new type. */
  record ModifyColumn(boolean tag, String name, DataType type) implements Alteration {}

  /** MODIFY COLUMN with new compression. */
  record ModifyCompression(String name, Map<String, String> options) implements Alteration {}

  /** RENAME COLUMN or RENAME TAG. */
  record RenameColumn(boolean tag, String from, String to) implements Alteration {}

  /** A tag and its new value as written. */
  record TagValue(String name, String value) {}

  /** SET TAG. */
  record SetTags(List<TagValue> values) implements Alteration {}

  /** New options. */
  record AlterOptions(TableOptions options) implements Alteration {}

  /** ALTER TABLE or ALTER STABLE. */
  record AlterTable(boolean stable, TableName name, Alteration alteration) implements Statement {}

  /** DESCRIBE. */
  record Describe(TableName table) implements Statement {}

  /** Names the kinds of topics. */
  enum TopicKind {
    QUERY,
    SUPER_TABLE,
    DATABASE
  }

  /**
   * CREATE TOPIC.
   *
   * @param sql is the statement, for information_schema
   * @param query is there for a topic of a query
   * @param superTable is there for a topic of a super table
   * @param database is the database of a topic of a database
   */
  record CreateTopic(
      boolean ifNotExists,
      String name,
      TopicKind kind,
      boolean withMeta,
      Optional<Query> query,
      Optional<TableName> superTable,
      Optional<Expression> where,
      Optional<String> database,
      String sql)
      implements Statement {}

  /** DROP TOPIC. */
  record DropTopic(boolean ifExists, String name) implements Statement {}

  /** DROP CONSUMER GROUP. */
  record DropConsumerGroup(boolean ifExists, String group, String topic) implements Statement {}

  /** CREATE USER. */
  record CreateUser(String name, String password, long systemInformation, long createDatabase)
      implements Statement {}

  /** Names what ALTER USER changes. */
  enum UserSetting {
    PASSWORD,
    ENABLE,
    SYSTEM_INFORMATION,
    CREATE_DATABASE
  }

  /** ALTER USER. */
  record AlterUser(String name, UserSetting setting, String value) implements Statement {}

  /** DROP USER. */
  record DropUser(String name) implements Statement {}

  /**
   * GRANT or REVOKE.
   *
   * @param privileges are {@code all}, {@code read}, {@code write}, {@code alter} or {@code
   *     subscribe}
   * @param database is {@code *} for all databases, or a topic's name
   * @param table is {@code *} for all tables, empty for a topic
   * @param condition is WITH's condition as written
   */
  record ChangePrivileges(
      boolean grant,
      List<String> privileges,
      String database,
      Optional<String> table,
      Optional<Expression> condition,
      String conditionText,
      String user)
      implements Statement {}

  /** A statement that shows something. */
  sealed interface Show extends Statement {}

  /** SHOW of something that has a system table, {@code show users} for instance. */
  record ShowSystemTable(String what, Optional<String> database, Optional<String> pattern)
      implements Show {}

  /** Names what SHOW DATABASES and SHOW TABLES are restricted to. */
  enum Kind {
    ALL,
    USER,
    SYSTEM,
    NORMAL,
    CHILD,
    VIRTUAL
  }

  /** SHOW DATABASES. */
  record ShowDatabases(Kind kind) implements Show {}

  /** SHOW TABLES. */
  record ShowTables(Kind kind, String database, Optional<String> pattern) implements Show {}

  /** SHOW STABLES. */
  record ShowSuperTables(Kind kind, String database, Optional<String> pattern) implements Show {}

  /** SHOW CREATE DATABASE. */
  record ShowCreateDatabase(String name) implements Show {}

  /** SHOW CREATE TABLE or SHOW CREATE STABLE. */
  record ShowCreateTable(boolean stable, TableName name) implements Show {}

  /** SHOW TAGS. */
  record ShowTags(TableName table) implements Show {}

  /** SHOW TABLE TAGS. */
  record ShowTableTags(List<Query.SelectItem> tags, TableName table) implements Show {}

  /** SHOW CLUSTER ALIVE or SHOW database.ALIVE. */
  record ShowAlive(Optional<String> database) implements Show {}

  /** SHOW VARIABLES of the cluster, of this client, or of one data node. */
  record ShowVariables(boolean local, Optional<Long> dataNode, Optional<String> pattern)
      implements Show {}

  /** SHOW INDEXES. */
  record ShowIndexes(TableName table) implements Show {}
}
