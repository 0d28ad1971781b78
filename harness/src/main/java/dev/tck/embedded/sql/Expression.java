package dev.tck.embedded.sql;

import dev.tck.embedded.type.DataType;
import java.util.List;
import java.util.Optional;

/** A scalar or boolean expression of a statement, as written. */
public sealed interface Expression {

  /** Names the kinds of literals. */
  enum LiteralKind {
    INTEGER,
    FLOAT,
    STRING,
    BOOL,
    NULL,
    DURATION,
    TIMESTAMP,
    PLACEHOLDER
  }

  /**
   * A literal.
   *
   * @param text is the literal as written; of strings the content, of TIMESTAMP literals the string
   */
  record Literal(LiteralKind kind, String text) implements Expression {}

  /** A column. */
  record ColumnName(Optional<String> table, String name) implements Expression {}

  /** A pseudo column such as {@code tbname} or {@code _wstart}. */
  record PseudoColumn(Optional<String> table, String name) implements Expression {}

  /** All columns, of one table or of all: an element of a select list or an argument. */
  record Star(Optional<String> table) implements Expression {}

  /** A function's call; {@code now} without parentheses is one too. */
  record Call(String function, List<Expression> arguments) implements Expression {}

  /** {@code cast(value as type)}. */
  record Cast(Expression value, DataType type) implements Expression {}

  /** One branch of CASE. */
  record Branch(Expression when, Expression then) {}

  /** CASE, with or without an operand. */
  record Case(Optional<Expression> operand, List<Branch> branches, Optional<Expression> otherwise)
      implements Expression {}

  /** {@code -value}. */
  record Negation(Expression value) implements Expression {}

  /** Names the operators on numbers and times. */
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    BIT_AND("&"),
    BIT_OR("|");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** Returns the operator as written. */
    public String symbol() {
      return symbol;
    }
  }

  /** An operator with two operands. */
  record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {}

  /** {@code tag->'key'}. */
  record JsonField(Expression tag, String key) implements Expression {}

  /** Names the comparisons. */
  enum Comparator {
    LESS,
    GREATER,
    LESS_OR_EQUAL,
    GREATER_OR_EQUAL,
    NOT_EQUAL,
    EQUAL,
    LIKE,
    NOT_LIKE,
    MATCH,
    NOT_MATCH,
    REGEXP,
    NOT_REGEXP,
    CONTAINS
  }

  /** A comparison. */
  record Comparison(Comparator comparator, Expression left, Expression right)
      implements Expression {}

  /** {@code value [not] between low and high}. */
  record Between(boolean negated, Expression value, Expression low, Expression high)
      implements Expression {}

  /** {@code value is [not] null}. */
  record IsNull(boolean negated, Expression value) implements Expression {}

  /** {@code value [not] in (…)}. */
  record In(boolean negated, Expression value, List<Expression> choices) implements Expression {}

  /** {@code not condition}. */
  record Not(Expression condition) implements Expression {}

  /** {@code left and right}. */
  record And(Expression left, Expression right) implements Expression {}

  /** {@code left or right}. */
  record Or(Expression left, Expression right) implements Expression {}
}
