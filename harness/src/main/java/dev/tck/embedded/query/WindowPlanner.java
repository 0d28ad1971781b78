package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.window.CountWindows;
import dev.tck.embedded.window.EventWindows;
import dev.tck.embedded.window.IntervalWindows;
import dev.tck.embedded.window.SessionWindows;
import dev.tck.embedded.window.StateWindows;
import dev.tck.embedded.window.Windows;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a window clause and makes the windows. */
final class WindowPlanner {
  private final Query.Window window;
  private final ExpressionBinder binder;
  private final Scope scope;
  private final List<Scalar> conditions = new ArrayList<>();

  WindowPlanner(Query.Window window, RowSource source, ExpressionBinder binder)
      throws TaosException {
    this.window = window;
    this.binder = binder;
    this.scope = source.scope().orElseThrow(ErrorCode.WINDOW_WITHOUT_TIMESTAMP::with);
    if (scope.source().kind() == Source.Kind.SYSTEM_TABLE) {
      throw ErrorCode.SYSTEM_TABLE_NOT_ALLOWED.with("WINDOW");
    }
    if (scope.source().primaryTimestamp() == Source.NONE) {
      throw ErrorCode.WINDOW_WITHOUT_TIMESTAMP.with();
    }
    bind();
  }

  private void bind() throws TaosException {
    if (window instanceof Query.Session session) {
      bindSession(session);
    } else if (window instanceof Query.StateWindow state) {
      conditions.add(bindState(state));
    } else if (window instanceof Query.EventWindow event) {
      conditions.add(bindCondition(event.start()));
      conditions.add(bindCondition(event.end()));
      requireTrueFor(event.trueFor());
    } else if (window instanceof Query.CountWindow count) {
      requireCount(count);
    } else if (window instanceof Query.Interval interval) {
      IntervalRules.check(interval, binder.precision());
    }
  }

  private void bindSession(Query.Session session) throws TaosException {
    if (session.gap().isCalendar() || session.gap().count() == 0) {
      throw ErrorCode.SESSION_GAP.with();
    }
    Scalar column = binder.bind(session.column());
    boolean primary = column instanceof InputColumn input && scope.isPrimaryTimestamp(input);
    if (!primary) {
      throw ErrorCode.SESSION_COLUMN.with();
    }
  }

  private Scalar bindCondition(Expression expression) throws TaosException {
    Scalar condition = binder.bind(expression);
    if (condition.type().type() != TaosType.BOOL) {
      throw ErrorCode.INVALID_INPUT.with();
    }
    return condition;
  }

  private Scalar bindState(Query.StateWindow state) throws TaosException {
    Scalar expression = binder.bind(state.state());
    TaosType type = expression.type().type();
    if (!type.isInteger() && type != TaosType.BOOL && !type.isVariable()) {
      throw ErrorCode.INVALID_STATE_TYPE.with();
    }
    if (expression instanceof InputColumn column
        && scope.sourceColumn(column).kind() == SourceColumn.Kind.TAG) {
      throw ErrorCode.INVALID_STATE_COLUMN.with();
    }
    requireTrueFor(state.trueFor());
    return expression;
  }

  private static void requireTrueFor(Optional<TimeSpan> trueFor) throws TaosException {
    if (trueFor.isPresent() && trueFor.get().count() < 0) {
      throw ErrorCode.TRUE_FOR_NEGATIVE.with();
    }
    if (trueFor.isPresent() && trueFor.get().isCalendar()) {
      throw ErrorCode.TRUE_FOR_UNIT.with();
    }
  }

  private static void requireCount(Query.CountWindow window) throws TaosException {
    long sliding = window.sliding().orElse(window.count());
    if (window.count() <= 1) {
      throw ErrorCode.COUNT_WINDOW.with("Size of Count window must exceed 1.");
    } else if (sliding <= 0) {
      throw ErrorCode.COUNT_WINDOW.with("Size of Count window must exceed 0.");
    } else if (sliding > window.count()) {
      throw ErrorCode.COUNT_WINDOW.with("sliding value no larger than the count value.");
    } else if (window.count() > Integer.MAX_VALUE) {
      throw ErrorCode.COUNT_WINDOW.with(
          "Size of Count window must less than 2147483647(INT32_MAX).");
    }
  }

  /** Returns the state of a state window. */
  Optional<Scalar> state() {
    return window instanceof Query.StateWindow ? Optional.of(conditions.get(0)) : Optional.empty();
  }

  /** Returns the windows; what they need of the rows is added to the inputs. */
  Windows windows(StageInputs inputs) {
    int time = inputs.time();
    Precision precision = binder.precision();
    if (window instanceof Query.Interval interval) {
      return new IntervalWindows(
          IntervalRules.calendar(interval, binder.range(), precision, binder.context().zone()),
          time);
    } else if (window instanceof Query.Session session) {
      return new SessionWindows(time, session.gap().in(precision));
    } else if (window instanceof Query.StateWindow state) {
      return new StateWindows(
          time, inputs.add(conditions.get(0)), length(state.trueFor(), precision));
    } else if (window instanceof Query.EventWindow event) {
      return new EventWindows(
          time,
          inputs.add(conditions.get(0)),
          inputs.add(conditions.get(1)),
          length(event.trueFor(), precision));
    }
    Query.CountWindow count = (Query.CountWindow) window;
    long sliding = count.sliding().orElse(count.count());
    return new CountWindows(time, (int) count.count(), (int) sliding);
  }

  private static long length(Optional<TimeSpan> trueFor, Precision precision) {
    return trueFor.map(span -> span.in(precision)).orElse(0L);
  }

  /** Returns how windows without rows are filled. */
  Optional<Filling> filling(GroupLayout layout, Projection projection, int visible)
      throws TaosException {
    if (!(window instanceof Query.Interval interval)
        || interval.fill().isEmpty()
        || interval.fill().get().mode() == Query.FillMode.NONE) {
      return Optional.empty();
    }
    Query.Fill fill = interval.fill().get();
    requireFillRange(interval);
    for (GroupLayout.Item item : layout.items()) {
      if (item instanceof GroupLayout.Made made) {
        throw ErrorCode.FILL_NOT_ALLOWED.with(made.call().function());
      }
    }
    if (projection.having().isPresent()) {
      throw ErrorCode.NOT_SUPPORTED.with("HAVING with FILL");
    }
    List<Integer> filled = filled(layout, projection);
    List<Vector> values = new ArrayList<>();
    if (fill.mode() == Query.FillMode.VALUE || fill.mode() == Query.FillMode.VALUE_F) {
      values = FillValues.bind(fill, projection.outputs(), filled, visible, binder);
    }
    return Optional.of(
        new Filling(
            fill.mode(),
            IntervalRules.calendar(
                interval, binder.range(), binder.precision(), binder.context().zone()),
            binder.range(),
            layout,
            filled,
            values));
  }

  private void requireFillRange(Query.Interval interval) throws TaosException {
    long length = Math.max(1, interval.length().in(binder.precision()));
    if (!binder.range().isBounded()
        || (binder.range().to() - binder.range().from()) / length >= Filling.MOST_WINDOWS) {
      throw ErrorCode.FILL_TIME_RANGE.with();
    }
  }

  private static List<Integer> filled(GroupLayout layout, Projection projection) {
    List<Integer> filled = new ArrayList<>();
    for (int index = 0; index < projection.outputs().size(); index++) {
      boolean computed =
          Conditions.readsOnly(
              projection.outputs().get(index),
              slot ->
                  layout.items().get(slot) instanceof GroupLayout.WindowBound
                      || layout.items().get(slot) instanceof GroupLayout.Key);
      if (!computed && !(projection.outputs().get(index) instanceof Constant)) {
        filled.add(index);
      }
    }
    return filled;
  }
}
