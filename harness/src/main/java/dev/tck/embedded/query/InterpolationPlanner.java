package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks RANGE, EVERY and FILL of INTERP, and makes its stage. */
final class InterpolationPlanner {
  private static final TimeSpan ONE_SECOND = new TimeSpan(1, 's');

  private final Query.Select select;
  private final RowSource source;
  private final ExpressionBinder binder;
  private final List<Scalar> keys;

  InterpolationPlanner(
      Query.Select select, RowSource source, ExpressionBinder binder, List<Scalar> keys) {
    this.select = select;
    this.source = source;
    this.binder = binder;
    this.keys = keys;
  }

  Stage stage(GroupLayout layout, Projection projection, int visible) throws TaosException {
    Query.Range range = select.range().orElseThrow(InterpolationPlanner::missingClause);
    Query.Fill fill = select.fill().orElse(new Query.Fill(Query.FillMode.NONE, List.of()));
    boolean single = range.end().isEmpty();
    boolean complete = select.every().isPresent() && select.fill().isPresent();
    if (!complete && !(single && select.every().isEmpty())) {
      throw missingClause();
    }
    TimeSpan every = select.every().orElse(ONE_SECOND);
    if (every.isCalendar() || every.count() == 0) {
      throw ErrorCode.WRONG_VALUE.with("Unsupported time unit in EVERY clause");
    }
    Optional<Long> around = around(range);
    long start = time(range.start());
    long end = single ? start : time(range.end().orElseThrow());
    requireMode(layout, fill, around.isPresent());
    List<Integer> filled = filled(layout, projection);
    boolean takesValues =
        around.isPresent()
            || fill.mode() == Query.FillMode.VALUE
            || fill.mode() == Query.FillMode.VALUE_F;
    List<Vector> values =
        takesValues
            ? FillValues.bind(fill, projection.outputs(), filled, visible, binder)
            : List.of();
    Scope scope = source.scope().orElseThrow();
    StageInputs inputs =
        new StageInputs(
            layout,
            keys,
            Optional.of(scope.column(scope.source().primaryTimestamp())),
            binder.precision());
    InterpolationStage.Plan plan =
        new InterpolationStage.Plan(
            new TimeRange(start, end), every.in(binder.precision()), fill.mode(), around);
    return new InterpolationStage(
        source, inputs, plan, slotValues(layout, projection, filled, values), projection);
  }

  private static TaosException missingClause() {
    return new TaosException(
        ErrorCode.INVALID_INTERP_CLAUSE.code(),
        "Missing RANGE clause, EVERY clause or FILL clause");
  }

  private Optional<Long> around(Query.Range range) throws TaosException {
    if (range.around().isEmpty()) {
      return Optional.empty();
    }
    if (!(binder.bind(range.around().get()) instanceof dev.tck.embedded.expression.Span span)) {
      throw ErrorCode.SYNTAX_ERROR_TEXT.with("Invalid range interval");
    }
    if (span.span().count() <= 0) {
      throw ErrorCode.SYNTAX_ERROR_TEXT.with("Range interval must be greater than 0");
    }
    if (span.span().isCalendar()) {
      throw ErrorCode.SYNTAX_ERROR_TEXT.with("Unsupported time unit in RANGE clause");
    }
    return Optional.of(span.span().in(binder.precision()));
  }

  private long time(Expression expression) throws TaosException {
    Scalar bound = binder.operators().asTime(binder.bind(expression));
    boolean usable =
        bound instanceof Constant constant
            && !constant.isNull()
            && (bound.type().type().isInteger() || bound.type().type() == TaosType.TIMESTAMP);
    if (!usable) {
      throw ErrorCode.INVALID_INTERP_CLAUSE.with();
    }
    return ((Constant) bound).value().longAt(0);
  }

  private static void requireMode(GroupLayout layout, Query.Fill fill, boolean around)
      throws TaosException {
    boolean byRow =
        fill.mode() == Query.FillMode.PREV
            || fill.mode() == Query.FillMode.NEXT
            || fill.mode() == Query.FillMode.NEAR;
    if (around && !byRow) {
      throw new TaosException(
          ErrorCode.FILL_TIME_RANGE.code(),
          "Range with interval can only used with fill PREV/NEXT/NEAR");
    }
    if (fill.mode() == Query.FillMode.NONE) {
      throw ErrorCode.WRONG_VALUE.with("Unsupported fill type");
    }
    if (!around && byRow && !fill.values().isEmpty()) {
      throw ErrorCode.WRONG_VALUE_TYPE.with("Can't specify fill values");
    }
    boolean origin =
        layout.items().stream()
            .anyMatch(
                item ->
                    item instanceof GroupLayout.InterpolationColumn column
                        && column.fact() == GroupLayout.InterpolationFact.ORIGINAL_TIME);
    if (origin && !byRow) {
      throw ErrorCode.FILL_NOT_ALLOWED.with(
          "_irowts_origin can only be used with FILL PREV/NEXT/NEAR");
    }
  }

  private static List<Integer> filled(GroupLayout layout, Projection projection) {
    List<Integer> filled = new ArrayList<>();
    for (int index = 0; index < projection.outputs().size(); index++) {
      boolean interpolated =
          !Conditions.readsOnly(
              projection.outputs().get(index),
              slot -> !(layout.items().get(slot) instanceof GroupLayout.Interpolated));
      if (interpolated) {
        filled.add(index);
      }
    }
    return filled;
  }

  // Per item of the layout: the value that it is filled with, if there is one.
  private List<Optional<Vector>> slotValues(
      GroupLayout layout, Projection projection, List<Integer> filled, List<Vector> values)
      throws TaosException {
    List<Optional<Vector>> result = new ArrayList<>();
    for (int slot = 0; slot < layout.items().size(); slot++) {
      result.add(Optional.empty());
    }
    for (int index = 0; index < values.size(); index++) {
      Scalar output = projection.outputs().get(filled.get(index));
      for (int slot = 0; slot < result.size(); slot++) {
        int wanted = slot;
        if (layout.items().get(slot) instanceof GroupLayout.Interpolated item
            && !Conditions.readsOnly(output, column -> column != wanted)) {
          Scalar value = new Constant(values.get(index));
          result.set(
              slot, Optional.of(((Constant) binder.operators().cast(value, item.type())).value()));
        }
      }
    }
    return result;
  }
}
