package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.sql.Expression.Literal;
import dev.tck.embedded.sql.Expression.LiteralKind;
import dev.tck.embedded.sql.Expression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions. TDengine tells conditions from other expressions by grammar: a condition may
 * stand in a select list, but is no operand, and AND needs conditions on both sides.
 */
final class ExpressionParser {
  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "+", Operator.ADD,
          "-", Operator.SUBTRACT,
          "*", Operator.MULTIPLY,
          "/", Operator.DIVIDE,
          "%", Operator.REMAINDER,
          "&", Operator.BIT_AND,
          "|", Operator.BIT_OR);

  private static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "<", Comparator.LESS,
          ">", Comparator.GREATER,
          "<=", Comparator.LESS_OR_EQUAL,
          ">=", Comparator.GREATER_OR_EQUAL,
          "<>", Comparator.NOT_EQUAL,
          "!=", Comparator.NOT_EQUAL,
          "=", Comparator.EQUAL,
          "==", Comparator.EQUAL);

  private static final Map<String, Comparator> WORD_COMPARATORS =
      Map.of(
          "like", Comparator.LIKE,
          "match", Comparator.MATCH,
          "nmatch", Comparator.NOT_MATCH,
          "regexp", Comparator.REGEXP,
          "contains", Comparator.CONTAINS);

  private final ParserInput input;
  private final PrimaryParser primaries;

  ExpressionParser(ParserInput input) {
    this.input = input;
    this.primaries = new PrimaryParser(input, this);
  }

  /** Holds an expression and whether it is a condition by grammar. */
  private record Parsed(Expression expression, boolean condition) {}

  /** Parses an expression that may be a condition. */
  Expression parseCommon() throws TaosException {
    return parseOr().expression();
  }

  /** Parses an expression that is no condition. */
  Expression parseExpression() throws TaosException {
    return parseBinary(parseUnary(), 0);
  }

  /** Parses expressions with commas between them. */
  List<Expression> parseExpressions() throws TaosException {
    List<Expression> expressions = new ArrayList<>();
    do {
      expressions.add(parseExpression());
    } while (input.acceptSymbol(","));
    return expressions;
  }

  private Parsed parseOr() throws TaosException {
    Parsed left = parseAnd();
    while (input.isKeyword("or")) {
      requireCondition(left);
      input.take();
      Parsed right = parseAnd();
      requireCondition(right);
      left = new Parsed(new Expression.Or(left.expression(), right.expression()), true);
    }
    return left;
  }

  private Parsed parseAnd() throws TaosException {
    Parsed left = parseOperand();
    while (input.isKeyword("and")) {
      requireCondition(left);
      input.take();
      Parsed right = parseOperand();
      requireCondition(right);
      left = new Parsed(new Expression.And(left.expression(), right.expression()), true);
    }
    return left;
  }

  private void requireCondition(Parsed parsed) throws TaosException {
    if (!parsed.condition()) {
      throw input.unexpected();
    }
  }

  private Parsed parseOperand() throws TaosException {
    if (!input.acceptKeyword("not")) {
      return parsePredicate();
    }
    Parsed operand = parsePredicate();
    requireCondition(operand);
    return new Parsed(new Expression.Not(operand.expression()), true);
  }

  private Parsed parsePredicate() throws TaosException {
    Expression left;
    if (input.acceptSymbol("(")) {
      Parsed inner = parseOr();
      input.expectSymbol(")");
      if (inner.condition()) {
        return inner;
      }
      left = parseBinary(inner.expression(), 0);
    } else {
      left = parseExpression();
    }
    Expression condition = parseComparison(left);
    return condition == null ? new Parsed(left, false) : new Parsed(condition, true);
  }

  private @Nullable Expression parseComparison(Expression left) throws TaosException {
    Token token = input.peek();
    Comparator comparator =
        token.kind() == TokenKind.SYMBOL
            ? COMPARATORS.get(token.text())
            : token.kind() == TokenKind.KEYWORD ? WORD_COMPARATORS.get(token.text()) : null;
    if (comparator != null) {
      input.take();
      return new Expression.Comparison(comparator, left, parseExpression());
    }
    if (token.kind() != TokenKind.KEYWORD) {
      return null;
    }
    return switch (token.text()) {
      case "between" -> parseBetween(left, false);
      case "in" -> parseIn(left, false);
      case "is" -> parseIsNull(left);
      case "not" -> {
        input.take();
        yield parseNegated(left);
      }
      default -> null;
    };
  }

  private Expression parseNegated(Expression left) throws TaosException {
    if (input.isKeyword("between")) {
      return parseBetween(left, true);
    }
    if (input.isKeyword("in")) {
      return parseIn(left, true);
    }
    if (input.acceptKeyword("like")) {
      return new Expression.Comparison(Comparator.NOT_LIKE, left, parseExpression());
    }
    input.expectKeyword("regexp");
    return new Expression.Comparison(Comparator.NOT_REGEXP, left, parseExpression());
  }

  private Expression parseBetween(Expression left, boolean negated) throws TaosException {
    input.take();
    Expression low = parseExpression();
    input.expectKeyword("and");
    return new Expression.Between(negated, left, low, parseExpression());
  }

  private Expression parseIsNull(Expression left) throws TaosException {
    input.take();
    boolean negated = input.acceptKeyword("not");
    input.expectKeyword("null");
    return new Expression.IsNull(negated, left);
  }

  private Expression parseIn(Expression left, boolean negated) throws TaosException {
    input.take();
    input.expectSymbol("(");
    List<Expression> choices = new ArrayList<>();
    do {
      choices.add(parseSignedLiteral());
    } while (input.acceptSymbol(","));
    input.expectSymbol(")");
    return new Expression.In(negated, left, choices);
  }

  /** Parses a literal that may have a sign, or NOW or TODAY. */
  Expression parseSignedLiteral() throws TaosException {
    boolean plus = input.acceptSymbol("+");
    boolean minus = !plus && input.acceptSymbol("-");
    Token token = input.peek();
    boolean number = token.kind() == TokenKind.INTEGER || token.kind() == TokenKind.FLOAT;
    if ((plus || minus) && !number) {
      throw input.unexpected();
    }
    if (token.isKeyword("now") || token.isKeyword("today")) {
      return primaries.parse();
    }
    Optional<Literal> literal = primaries.parseLiteral();
    if (literal.isEmpty()) {
      throw input.unexpected();
    }
    return minus ? new Expression.Negation(literal.get()) : literal.get();
  }

  private Expression parseUnary() throws TaosException {
    if (input.acceptSymbol("-")) {
      // A sign binds as weakly as subtraction: -a * b is -(a * b).
      return new Expression.Negation(parseBinary(parseUnary(), precedence(Operator.MULTIPLY)));
    }
    if (input.acceptSymbol("+")) {
      return parseBinary(parseUnary(), precedence(Operator.MULTIPLY));
    }
    if (input.acceptSymbol("(")) {
      Expression inner = parseExpression();
      input.expectSymbol(")");
      return inner;
    }
    Expression primary = primaries.parse();
    if (input.isSymbol("->") && primary instanceof Expression.ColumnName) {
      input.take();
      return new Expression.JsonField(primary, input.expectString());
    }
    return primary;
  }

  private Expression parseBinary(Expression first, int least) throws TaosException {
    Expression left = first;
    while (input.peek().kind() == TokenKind.SYMBOL) {
      Operator operator = OPERATORS.get(input.peek().text());
      if (operator == null || precedence(operator) < least) {
        return left;
      }
      input.take();
      Expression right = parseBinary(parseUnary(), precedence(operator) + 1);
      left = new Expression.Arithmetic(operator, left, right);
    }
    return left;
  }

  private static int precedence(Operator operator) {
    return switch (operator) {
      case BIT_AND, BIT_OR -> 0;
      case ADD, SUBTRACT -> 1;
      case MULTIPLY, DIVIDE, REMAINDER -> 2;
    };
  }

  /** Returns a literal of an integer that stands for itself. */
  static Literal integerLiteral(String digits) {
    return new Literal(LiteralKind.INTEGER, digits);
  }
}
