package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression.Literal;
import dev.tck.embedded.sql.Expression.LiteralKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses what expressions are made of: literals, columns, functions, CASE. */
final class PrimaryParser {
  private static final Set<String> PSEUDO_COLUMNS =
      Set.of(
          "_rowts",
          "_c0",
          "tbname",
          "_qstart",
          "_qend",
          "_qduration",
          "_wstart",
          "_wend",
          "_wduration",
          "_irowts",
          "_irowts_origin",
          "_isfilled",
          "_tags",
          "_flow",
          "_fhigh",
          "_frowts");

  private static final Set<String> FUNCTIONS_WITHOUT_ARGUMENTS =
      Set.of(
          "now",
          "today",
          "timezone",
          "database",
          "client_version",
          "server_version",
          "server_status",
          "current_user",
          "user",
          "pi");

  private static final Set<String> FUNCTIONS_OF_STAR = Set.of("count", "first", "last", "last_row");

  private final ParserInput input;
  private final ExpressionParser expressions;

  PrimaryParser(ParserInput input, ExpressionParser expressions) {
    this.input = input;
    this.expressions = expressions;
  }

  Expression parse() throws TaosException {
    Token token = input.peek();
    Optional<Literal> literal = parseLiteral();
    if (literal.isPresent()) {
      return literal.get();
    }
    return switch (token.kind()) {
      case IDENTIFIER -> parseNamed();
      case ALIAS -> new Expression.ColumnName(Optional.empty(), input.take().text());
      case KEYWORD -> parseKeyword(token.text());
      default -> throw input.unexpected();
    };
  }

  /** Parses a literal without sign if one comes next. */
  Optional<Literal> parseLiteral() throws TaosException {
    Token token = input.peek();
    Optional<Literal> literal =
        switch (token.kind()) {
          case INTEGER -> Optional.of(new Literal(LiteralKind.INTEGER, token.text()));
          case FLOAT -> Optional.of(new Literal(LiteralKind.FLOAT, token.text()));
          case STRING -> Optional.of(new Literal(LiteralKind.STRING, token.string()));
          case BOOL -> Optional.of(new Literal(LiteralKind.BOOL, token.text()));
          case DURATION -> Optional.of(new Literal(LiteralKind.DURATION, token.text()));
          default -> Optional.empty();
        };
    if (literal.isPresent()) {
      input.take();
      return literal;
    }
    if (input.acceptKeyword("null")) {
      return Optional.of(new Literal(LiteralKind.NULL, "null"));
    }
    if (input.acceptKeyword("timestamp")) {
      return Optional.of(new Literal(LiteralKind.TIMESTAMP, input.expectString()));
    }
    return Optional.empty();
  }

  private Expression parseNamed() throws TaosException {
    Token token = input.take();
    String name = token.name();
    if (input.isSymbol("(")) {
      input.take();
      List<Expression> arguments = expressions.parseExpressions();
      input.expectSymbol(")");
      return new Expression.Call(name, arguments);
    }
    if (!input.acceptSymbol(".")) {
      return new Expression.ColumnName(Optional.empty(), name);
    }
    Optional<String> table = Optional.of(name);
    if (input.acceptKeyword("tbname")) {
      return new Expression.PseudoColumn(table, "tbname");
    }
    if (input.peek().kind() == TokenKind.ALIAS) {
      return new Expression.ColumnName(table, input.take().text());
    }
    return new Expression.ColumnName(table, input.expectName());
  }

  private Expression parseKeyword(String word) throws TaosException {
    if (PSEUDO_COLUMNS.contains(word)) {
      input.take();
      return new Expression.PseudoColumn(Optional.empty(), word);
    }
    if (FUNCTIONS_WITHOUT_ARGUMENTS.contains(word)) {
      return parseWithoutArguments();
    }
    if (FUNCTIONS_OF_STAR.contains(word)) {
      return parseOfStar();
    }
    return switch (word) {
      case "case" -> parseCase();
      case "cast" -> parseCast();
      case "position" -> parsePosition();
      case "trim" -> parseTrim();
      case "substr", "substring" -> parseSubstring();
      case "replace" -> parseReplace();
      case "rand" -> parseRandom();
      case "cols" -> {
        input.take();
        throw input.notSupported("cols()");
      }
      default -> throw input.unexpected();
    };
  }

  private Expression parseWithoutArguments() throws TaosException {
    String function = input.take().text();
    boolean bare = function.equals("now") || function.equals("today");
    if (!bare || input.isSymbol("(")) {
      input.expectSymbol("(");
      input.expectSymbol(")");
    }
    return new Expression.Call(function, List.of());
  }

  private Expression parseOfStar() throws TaosException {
    String function = input.take().text();
    input.expectSymbol("(");
    List<Expression> arguments = new ArrayList<>();
    if (input.acceptSymbol("*")) {
      arguments.add(new Expression.Star(Optional.empty()));
    } else {
      do {
        arguments.add(parseStarArgument());
      } while (input.acceptSymbol(","));
    }
    input.expectSymbol(")");
    return new Expression.Call(function, arguments);
  }

  private Expression parseStarArgument() throws TaosException {
    boolean qualifiedStar =
        input.peek().kind() == TokenKind.IDENTIFIER
            && input.peek(1).isSymbol(".")
            && input.peek(2).isSymbol("*");
    if (!qualifiedStar) {
      return expressions.parseExpression();
    }
    String table = input.expectLongName();
    input.take();
    input.take();
    return new Expression.Star(Optional.of(table));
  }

  private Expression parseCase() throws TaosException {
    input.take();
    Optional<Expression> operand =
        input.isKeyword("when") ? Optional.empty() : Optional.of(expressions.parseCommon());
    List<Expression.Branch> branches = new ArrayList<>();
    do {
      input.expectKeyword("when");
      Expression when = expressions.parseCommon();
      input.expectKeyword("then");
      branches.add(new Expression.Branch(when, expressions.parseCommon()));
    } while (input.isKeyword("when"));
    Optional<Expression> otherwise =
        input.acceptKeyword("else") ? Optional.of(expressions.parseCommon()) : Optional.empty();
    input.expectKeyword("end");
    return new Expression.Case(operand, branches, otherwise);
  }

  private Expression parseCast() throws TaosException {
    input.take();
    input.expectSymbol("(");
    Expression value = expressions.parseCommon();
    input.expectKeyword("as");
    Expression cast = new Expression.Cast(value, new TypeParser(input).parseForCast());
    input.expectSymbol(")");
    return cast;
  }

  private Expression parsePosition() throws TaosException {
    input.take();
    input.expectSymbol("(");
    Expression part = expressions.parseExpression();
    input.expectKeyword("in");
    Expression whole = expressions.parseExpression();
    input.expectSymbol(")");
    return new Expression.Call("position", List.of(part, whole));
  }

  // The forms of trim become one call: the side, the characters to remove, the text.
  private Expression parseTrim() throws TaosException {
    input.take();
    input.expectSymbol("(");
    String side = "both";
    boolean sided = false;
    for (String candidate : List.of("both", "leading", "trailing")) {
      if (input.acceptKeyword(candidate)) {
        side = candidate;
        sided = true;
        break;
      }
    }
    List<Expression> arguments = new ArrayList<>();
    arguments.add(new Literal(LiteralKind.STRING, side));
    if (sided && input.acceptKeyword("from")) {
      arguments.add(expressions.parseExpression());
    } else {
      arguments.add(expressions.parseExpression());
      if (input.acceptKeyword("from")) {
        arguments.add(expressions.parseExpression());
      } else if (sided) {
        throw input.unexpected();
      }
    }
    input.expectSymbol(")");
    return new Expression.Call("trim", arguments);
  }

  private Expression parseSubstring() throws TaosException {
    String function = input.take().text();
    input.expectSymbol("(");
    List<Expression> arguments = new ArrayList<>();
    arguments.add(expressions.parseExpression());
    if (input.acceptKeyword("from")) {
      arguments.add(expressions.parseExpression());
      if (input.acceptKeyword("for")) {
        arguments.add(expressions.parseExpression());
      }
    } else {
      while (input.acceptSymbol(",")) {
        arguments.add(expressions.parseExpression());
      }
    }
    input.expectSymbol(")");
    return new Expression.Call(function, arguments);
  }

  private Expression parseReplace() throws TaosException {
    input.take();
    input.expectSymbol("(");
    List<Expression> arguments = expressions.parseExpressions();
    input.expectSymbol(")");
    return new Expression.Call("replace", arguments);
  }

  private Expression parseRandom() throws TaosException {
    input.take();
    input.expectSymbol("(");
    List<Expression> arguments = input.isSymbol(")") ? List.of() : expressions.parseExpressions();
    input.expectSymbol(")");
    return new Expression.Call("rand", arguments);
  }
}
