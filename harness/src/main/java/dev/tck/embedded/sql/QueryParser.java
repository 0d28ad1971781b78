package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Query.FillMode;
import dev.tck.embedded.sql.Query.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses queries. */
final class QueryParser {
  private static final Map<String, FillMode> FILL_MODES =
      Map.of(
          "none", FillMode.NONE,
          "null", FillMode.NULL,
          "null_f", FillMode.NULL_F,
          "value", FillMode.VALUE,
          "value_f", FillMode.VALUE_F,
          "linear", FillMode.LINEAR,
          "prev", FillMode.PREV,
          "next", FillMode.NEXT,
          "near", FillMode.NEAR);

  private final ParserInput input;
  private final ExpressionParser expressions;
  private final SourceParser sources;
  private final WindowParser windows;

  QueryParser(ParserInput input) {
    this.input = input;
    this.expressions = new ExpressionParser(input);
    this.sources = new SourceParser(input, this, expressions);
    this.windows = new WindowParser(input, this, expressions);
  }

  ExpressionParser expressions() {
    return expressions;
  }

  /** Parses a query, or a query in parentheses. */
  Query parse() throws TaosException {
    if (input.isSymbol("(")) {
      Query inner = parseSubquery();
      return input.isKeyword("union") ? parseTail(parseUnion(inner)) : inner;
    }
    return parseTail(parseUnion(bare(parseSelect())));
  }

  /** Parses a query that stands in parentheses. */
  Query parseSubquery() throws TaosException {
    input.expectSymbol("(");
    Query query = parse();
    input.expectSymbol(")");
    return query;
  }

  private static Query bare(Query.Body body) {
    return new Query(body, List.of(), Optional.empty(), Optional.empty());
  }

  private Query parseUnion(Query first) throws TaosException {
    Query left = first;
    while (input.acceptKeyword("union")) {
      boolean all = input.acceptKeyword("all");
      Query right = input.isSymbol("(") ? parseSubquery() : bare(parseSelect());
      left = bare(new Query.Union(all, left, right));
    }
    return left;
  }

  private Query parseTail(Query query) throws TaosException {
    List<Query.SortItem> order = parseOrder();
    Optional<Query.Limit> groupLimit = parseLimit("slimit", "soffset");
    Optional<Query.Limit> limit = parseLimit("limit", "offset");
    if (order.isEmpty() && groupLimit.isEmpty() && limit.isEmpty()) {
      return query;
    }
    return new Query(query.body(), order, groupLimit, limit);
  }

  private List<Query.SortItem> parseOrder() throws TaosException {
    List<Query.SortItem> order = new ArrayList<>();
    if (input.acceptKeyword("order")) {
      input.expectKeyword("by");
      do {
        order.add(parseSortItem());
      } while (input.acceptSymbol(","));
    }
    return order;
  }

  private Query.SortItem parseSortItem() throws TaosException {
    Expression expression = expressions.parseExpression();
    boolean descending = input.acceptKeyword("desc");
    if (!descending) {
      input.acceptKeyword("asc");
    }
    Optional<Boolean> nullsFirst = Optional.empty();
    if (input.acceptKeyword("nulls")) {
      boolean first = input.acceptKeyword("first");
      if (!first) {
        input.expectKeyword("last");
      }
      nullsFirst = Optional.of(first);
    }
    return new Query.SortItem(expression, descending, nullsFirst);
  }

  private Optional<Query.Limit> parseLimit(String limit, String offset) throws TaosException {
    if (!input.acceptKeyword(limit)) {
      return Optional.empty();
    }
    long first = input.expectInteger();
    if (input.acceptKeyword(offset)) {
      return Optional.of(new Query.Limit(first, input.expectInteger()));
    }
    if (input.acceptSymbol(",")) {
      return Optional.of(new Query.Limit(input.expectInteger(), first));
    }
    return Optional.of(new Query.Limit(first, 0));
  }

  private Query.Select parseSelect() throws TaosException {
    input.expectKeyword("select");
    if (input.peek().kind() == TokenKind.HINT) {
      input.take();
    }
    Quantifier quantifier = Quantifier.ALL;
    if (input.acceptKeyword("distinct")) {
      quantifier = Quantifier.DISTINCT;
    } else {
      input.acceptKeyword("all");
    }
    boolean tagsOnly = input.acceptKeyword("tags");
    List<Query.SelectItem> items = parseItems();
    Optional<Query.Source> from =
        input.acceptKeyword("from") ? Optional.of(sources.parseList()) : Optional.empty();
    Optional<Expression> where =
        input.acceptKeyword("where") ? Optional.of(expressions.parseCommon()) : Optional.empty();
    List<Query.PartitionItem> partition = parsePartition();
    Optional<Query.Range> range = windows.parseRange();
    Optional<dev.tck.embedded.type.TimeSpan> every = windows.parseEvery();
    Optional<Query.Fill> fill = input.isKeyword("fill") ? parseFill(true) : Optional.empty();
    Optional<Query.Window> window = windows.parse();
    List<Expression> group = parseGroup();
    Optional<Expression> having =
        input.acceptKeyword("having") ? Optional.of(expressions.parseCommon()) : Optional.empty();
    return new Query.Select(
        quantifier,
        tagsOnly,
        items,
        from,
        where,
        partition,
        range,
        every,
        fill,
        window,
        group,
        having);
  }

  private List<Query.SelectItem> parseItems() throws TaosException {
    List<Query.SelectItem> items = new ArrayList<>();
    do {
      items.add(parseItem());
    } while (input.acceptSymbol(","));
    return items;
  }

  private Query.SelectItem parseItem() throws TaosException {
    if (input.acceptSymbol("*")) {
      return new Query.SelectItem(new Expression.Star(Optional.empty()), Optional.empty(), "*");
    }
    if (input.peek().kind() == TokenKind.IDENTIFIER
        && input.peek(1).isSymbol(".")
        && input.peek(2).isSymbol("*")) {
      String table = input.expectLongName();
      input.take();
      input.take();
      return new Query.SelectItem(
          new Expression.Star(Optional.of(table)), Optional.empty(), table + ".*");
    }
    int mark = input.mark();
    Expression expression = expressions.parseCommon();
    String text = input.textSince(mark);
    return new Query.SelectItem(expression, parseAlias(), text);
  }

  private Optional<String> parseAlias() throws TaosException {
    boolean required = input.acceptKeyword("as");
    TokenKind kind = input.peek().kind();
    if (kind == TokenKind.IDENTIFIER) {
      return Optional.of(input.take().name());
    }
    if (kind == TokenKind.ALIAS) {
      return Optional.of(input.take().text());
    }
    if (required) {
      throw input.unexpected();
    }
    return Optional.empty();
  }

  private List<Query.PartitionItem> parsePartition() throws TaosException {
    List<Query.PartitionItem> items = new ArrayList<>();
    if (input.acceptKeyword("partition")) {
      input.expectKeyword("by");
      do {
        Expression expression = expressions.parseExpression();
        items.add(new Query.PartitionItem(expression, parseAlias()));
      } while (input.acceptSymbol(","));
    }
    return items;
  }

  private List<Expression> parseGroup() throws TaosException {
    if (!input.acceptKeyword("group")) {
      return List.of();
    }
    input.expectKeyword("by");
    return expressions.parseExpressions();
  }

  /** Parses a FILL clause if one comes next; NEAR belongs to INTERP only. */
  Optional<Query.Fill> parseFill(boolean interp) throws TaosException {
    if (!input.acceptKeyword("fill")) {
      return Optional.empty();
    }
    input.expectSymbol("(");
    Token token = input.peek();
    FillMode mode = token.kind() == TokenKind.KEYWORD ? FILL_MODES.get(token.text()) : null;
    if (mode == null || (mode == FillMode.NEAR && !interp)) {
      throw input.unexpected();
    }
    input.take();
    List<Expression> values = List.of();
    boolean needsValues = mode == FillMode.VALUE || mode == FillMode.VALUE_F;
    boolean mayHaveValues =
        interp
            && (mode == FillMode.PREV || mode == FillMode.NEXT || mode == FillMode.NEAR)
            && input.isSymbol(",");
    if (needsValues || mayHaveValues) {
      input.expectSymbol(",");
      values = expressions.parseExpressions();
    }
    input.expectSymbol(")");
    return Optional.of(new Query.Fill(mode, values));
  }
}
