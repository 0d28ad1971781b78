package dev.tck.embedded.sql;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.TimeSpan;
import java.util.Optional;
import java.util.OptionalLong;

/** Parses time windows and the clauses of INTERP. */
final class WindowParser {
  private final ParserInput input;
  private final QueryParser queries;
  private final ExpressionParser expressions;

  WindowParser(ParserInput input, QueryParser queries, ExpressionParser expressions) {
    this.input = input;
    this.queries = queries;
    this.expressions = expressions;
  }

  Optional<Query.Range> parseRange() throws TaosException {
    if (!input.acceptKeyword("range")) {
      return Optional.empty();
    }
    input.expectSymbol("(");
    Expression start = expressions.parseExpression();
    Optional<Expression> end = Optional.empty();
    Optional<Expression> around = Optional.empty();
    if (input.acceptSymbol(",")) {
      Expression second = expressions.parseExpression();
      if (isDuration(second)) {
        around = Optional.of(second);
      } else {
        end = Optional.of(second);
      }
      if (around.isEmpty() && input.acceptSymbol(",")) {
        around = Optional.of(expressions.parseExpression());
      }
    }
    input.expectSymbol(")");
    return Optional.of(new Query.Range(start, end, around));
  }

  private static boolean isDuration(Expression expression) {
    return expression instanceof Expression.Literal literal
        && literal.kind() == Expression.LiteralKind.DURATION;
  }

  Optional<TimeSpan> parseEvery() throws TaosException {
    if (!input.acceptKeyword("every")) {
      return Optional.empty();
    }
    input.expectSymbol("(");
    TimeSpan every = input.expectDuration();
    input.expectSymbol(")");
    return Optional.of(every);
  }

  /** Parses a window clause if one comes next. */
  Optional<Query.Window> parse() throws TaosException {
    Token token = input.peek();
    if (token.kind() != TokenKind.KEYWORD) {
      return Optional.empty();
    }
    return switch (token.text()) {
      case "interval" -> Optional.of(parseInterval());
      case "session" -> Optional.of(parseSession());
      case "state_window" -> Optional.of(parseState());
      case "event_window" -> Optional.of(parseEvent());
      case "count_window" -> Optional.of(parseCount());
      case "anomaly_window" -> throw input.notSupported("anomaly_window");
      default -> Optional.empty();
    };
  }

  private Query.Window parseInterval() throws TaosException {
    input.take();
    input.expectSymbol("(");
    TimeSpan length = parseSpan();
    Optional<TimeSpan> offset = Optional.empty();
    boolean auto = false;
    if (input.acceptSymbol(",")) {
      auto = input.acceptKeyword("auto");
      offset = auto ? Optional.empty() : Optional.of(parseSpan());
    }
    input.expectSymbol(")");
    Optional<TimeSpan> sliding = Optional.empty();
    if (input.acceptKeyword("sliding")) {
      input.expectSymbol("(");
      sliding = Optional.of(parseSpan());
      input.expectSymbol(")");
    }
    return new Query.Interval(length, offset, auto, sliding, queries.parseFill(false));
  }

  // A span may stand in quotes.
  private TimeSpan parseSpan() throws TaosException {
    Token token = input.peek();
    return switch (token.kind()) {
      case DURATION -> input.expectDuration();
      case STRING -> {
        input.take();
        String text = token.string();
        if (!text.matches("[0-9]+[buasmhdwnyBUASMHDWNY]")) {
          throw ErrorCode.WRONG_VALUE_TYPE.with(text);
        }
        yield input.duration(text);
      }
      case INTEGER -> {
        input.take();
        throw ErrorCode.NOT_SUPPORTED.with("a time without unit (" + token.text() + ")");
      }
      default -> throw input.unexpected();
    };
  }

  private Query.Window parseSession() throws TaosException {
    input.take();
    input.expectSymbol("(");
    if (input.peek().kind() == TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    Expression column = expressions.parseExpression();
    if (!(column instanceof Expression.ColumnName)) {
      throw input.unexpected();
    }
    input.expectSymbol(",");
    TimeSpan gap = parseSpan();
    input.expectSymbol(")");
    return new Query.Session(column, gap);
  }

  private Query.Window parseState() throws TaosException {
    input.take();
    input.expectSymbol("(");
    Expression state = expressions.parseExpression();
    input.expectSymbol(")");
    return new Query.StateWindow(state, parseTrueFor());
  }

  private Query.Window parseEvent() throws TaosException {
    input.take();
    input.expectKeywords("start", "with");
    Expression start = expressions.parseCommon();
    input.expectKeywords("end", "with");
    Expression end = expressions.parseCommon();
    return new Query.EventWindow(start, end, parseTrueFor());
  }

  private Optional<TimeSpan> parseTrueFor() throws TaosException {
    if (!input.acceptKeyword("true_for")) {
      return Optional.empty();
    }
    input.expectSymbol("(");
    TimeSpan span = parseSpan();
    input.expectSymbol(")");
    return Optional.of(span);
  }

  private Query.Window parseCount() throws TaosException {
    input.take();
    input.expectSymbol("(");
    long count = input.expectInteger();
    OptionalLong sliding =
        input.acceptSymbol(",") ? OptionalLong.of(input.expectInteger()) : OptionalLong.empty();
    input.expectSymbol(")");
    return new Query.CountWindow(count, sliding);
  }
}
