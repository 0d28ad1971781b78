package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Query.JoinKind;
import dev.tck.embedded.type.TimeSpan;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Parses what a query reads: tables, subqueries and joins. */
final class SourceParser {
  private final ParserInput input;
  private final QueryParser queries;
  private final ExpressionParser expressions;

  SourceParser(ParserInput input, QueryParser queries, ExpressionParser expressions) {
    this.input = input;
    this.queries = queries;
    this.expressions = expressions;
  }

  /** Parses sources with commas between them. */
  Query.Source parseList() throws TaosException {
    Query.Source left = parse();
    while (input.acceptSymbol(",")) {
      left =
          new Query.Join(
              JoinKind.INNER,
              left,
              parse(),
              Optional.empty(),
              Optional.empty(),
              OptionalLong.empty());
    }
    return left;
  }

  private Query.Source parse() throws TaosException {
    Query.Source left = parsePrimary();
    JoinKind kind = parseJoinKind();
    while (kind != null) {
      left = parseJoin(kind, left);
      kind = parseJoinKind();
    }
    return left;
  }

  private Query.Source parsePrimary() throws TaosException {
    if (!input.isSymbol("(")) {
      TableName name = input.expectTableName();
      return new Query.NamedTable(name, parseAlias());
    }
    if (startsSubquery()) {
      Query query = queries.parseSubquery();
      return new Query.DerivedTable(query, parseAlias());
    }
    input.take();
    Query.Source joined = parse();
    if (!(joined instanceof Query.Join)) {
      throw input.unexpected();
    }
    input.expectSymbol(")");
    return joined;
  }

  // Parentheses may hold a query or a join; a query starts with SELECT behind all of them.
  private boolean startsSubquery() throws TaosException {
    int ahead = 0;
    while (input.peek(ahead).isSymbol("(")) {
      ahead++;
    }
    return input.peek(ahead).isKeyword("select");
  }

  private Optional<String> parseAlias() throws TaosException {
    if (input.acceptKeyword("as")) {
      return Optional.of(input.expectName());
    }
    return input.peek().kind() == TokenKind.IDENTIFIER
        ? Optional.of(input.expectName())
        : Optional.empty();
  }

  private @Nullable JoinKind parseJoinKind() throws TaosException {
    if (input.acceptKeyword("join")) {
      return JoinKind.INNER;
    }
    if (input.acceptKeyword("inner")) {
      input.expectKeyword("join");
      return JoinKind.INNER;
    }
    if (input.acceptKeyword("full")) {
      input.acceptKeyword("outer");
      input.expectKeyword("join");
      return JoinKind.FULL;
    }
    boolean left = input.acceptKeyword("left");
    if (!left && !input.acceptKeyword("right")) {
      return null;
    }
    JoinKind kind = parseSidedKind(left);
    input.expectKeyword("join");
    return kind;
  }

  private JoinKind parseSidedKind(boolean left) throws TaosException {
    if (input.acceptKeyword("semi")) {
      return left ? JoinKind.LEFT_SEMI : JoinKind.RIGHT_SEMI;
    }
    if (input.acceptKeyword("anti")) {
      return left ? JoinKind.LEFT_ANTI : JoinKind.RIGHT_ANTI;
    }
    if (input.acceptKeyword("asof")) {
      return left ? JoinKind.LEFT_ASOF : JoinKind.RIGHT_ASOF;
    }
    if (input.acceptKeyword("window")) {
      return left ? JoinKind.LEFT_WINDOW : JoinKind.RIGHT_WINDOW;
    }
    input.acceptKeyword("outer");
    return left ? JoinKind.LEFT : JoinKind.RIGHT;
  }

  private Query.Source parseJoin(JoinKind kind, Query.Source left) throws TaosException {
    Query.Source right = parsePrimary();
    boolean window = kind == JoinKind.LEFT_WINDOW || kind == JoinKind.RIGHT_WINDOW;
    boolean asof = kind == JoinKind.LEFT_ASOF || kind == JoinKind.RIGHT_ASOF;
    boolean optionalCondition = kind == JoinKind.INNER || window || asof;
    Optional<Expression> on = Optional.empty();
    if (!optionalCondition || input.isKeyword("on")) {
      input.expectKeyword("on");
      on = Optional.of(expressions.parseCommon());
    }
    Optional<Query.WindowOffset> offset =
        window ? Optional.of(parseWindowOffset()) : Optional.empty();
    OptionalLong limit =
        (window || asof) && input.acceptKeyword("jlimit")
            ? OptionalLong.of(input.expectInteger())
            : OptionalLong.empty();
    return new Query.Join(kind, left, right, on, offset, limit);
  }

  private Query.WindowOffset parseWindowOffset() throws TaosException {
    input.expectKeyword("window_offset");
    input.expectSymbol("(");
    TimeSpan start = parseSignedSpan();
    input.expectSymbol(",");
    TimeSpan end = parseSignedSpan();
    input.expectSymbol(")");
    return new Query.WindowOffset(start, end);
  }

  private TimeSpan parseSignedSpan() throws TaosException {
    boolean negative = input.acceptSymbol("-");
    TimeSpan span = input.expectDuration();
    return negative ? new TimeSpan(-span.count(), span.unit()) : span;
  }
}
