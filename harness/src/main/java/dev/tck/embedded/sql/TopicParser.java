package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Statement.TopicKind;
import java.util.Optional;

/** Parses the statements about topics and consumer groups. */
final class TopicParser {
  private final ParserInput input;
  private final QueryParser queries;

  TopicParser(ParserInput input, QueryParser queries) {
    this.input = input;
    this.queries = queries;
  }

  Statement parseCreate() throws TaosException {
    input.take();
    boolean ifNotExists = TableParser.parseIfNotExists(input);
    String name = input.expectLongName();
    boolean withMeta = input.isKeyword("with") || input.isKeyword("only");
    if (input.isKeyword("only")) {
      throw input.notSupported("only meta");
    }
    if (withMeta) {
      input.take();
      input.expectKeyword("meta");
    }
    input.expectKeyword("as");
    if (input.acceptKeyword("database")) {
      String database = input.expectName();
      return topic(ifNotExists, name, TopicKind.DATABASE, withMeta, null, null, null, database);
    }
    if (input.acceptKeyword("stable")) {
      TableName table = input.expectTableName();
      Expression where = input.acceptKeyword("where") ? queries.expressions().parseCommon() : null;
      return topic(ifNotExists, name, TopicKind.SUPER_TABLE, withMeta, null, table, where, null);
    }
    if (withMeta) {
      throw input.unexpected();
    }
    Query query = queries.parse();
    return topic(ifNotExists, name, TopicKind.QUERY, false, query, null, null, null);
  }

  private Statement topic(
      boolean ifNotExists,
      String name,
      TopicKind kind,
      boolean withMeta,
      @org.jspecify.annotations.Nullable Query query,
      @org.jspecify.annotations.Nullable TableName superTable,
      @org.jspecify.annotations.Nullable Expression where,
      @org.jspecify.annotations.Nullable String database) {
    return new Statement.CreateTopic(
        ifNotExists,
        name,
        kind,
        withMeta,
        Optional.ofNullable(query),
        Optional.ofNullable(superTable),
        Optional.ofNullable(where),
        Optional.ofNullable(database),
        input.textSince(0));
  }

  Statement parseDrop() throws TaosException {
    boolean group = input.take().isKeyword("consumer");
    if (!group) {
      boolean ifExists = TableParser.parseIfExists(input);
      input.acceptKeyword("force");
      return new Statement.DropTopic(ifExists, input.expectLongName());
    }
    input.expectKeyword("group");
    boolean ifExists = TableParser.parseIfExists(input);
    input.acceptKeyword("force");
    String name = input.expectLongName();
    input.expectKeyword("on");
    return new Statement.DropConsumerGroup(ifExists, name, input.expectLongName());
  }
}
