package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/**
 * Compares two values. Comparing with NULL is false, not NULL: TDengine has two truth values only.
 *
 * @param comparator is one of the six that compare by order
 */
public record Comparison(Comparator comparator, Mode mode, Scalar left, Scalar right)
    implements Scalar {

  /** Names the ways of comparing. */
  public enum Mode {
    /** As signed integers of 64 bits, whatever the types' widths. */
    INTEGER,
    /** As floating-point numbers, where a FLOAT is involved. */
    FLOAT,
    /** As floating-point numbers. */
    DOUBLE,
    /** As values of one type. */
    SAME_TYPE
  }

  @Override
  public DataType type() {
    return DataType.BOOL;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(left, right);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector a = left.evaluate(input);
    boolean constant = right instanceof Constant;
    Vector b = right instanceof Constant value ? value.value() : right.evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.BOOL, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      int other = constant ? 0 : row;
      boolean holds = !a.isNull(row) && !b.isNull(other) && holds(compare(a, row, b, other));
      result.appendLong(holds ? 1 : 0);
    }
    return result.build();
  }

  private int compare(Vector a, int row, Vector b, int other) {
    return switch (mode) {
      case INTEGER -> Long.compare(a.longAt(row), b.longAt(other));
      case FLOAT -> Numbers.compareFloats(a.doubleAt(row), b.doubleAt(other));
      case DOUBLE -> Numbers.compareDoubles(a.doubleAt(row), b.doubleAt(other));
      case SAME_TYPE -> Ordering.compare(a, row, b, other);
    };
  }

  private boolean holds(int order) {
    return switch (comparator) {
      case LESS -> order < 0;
      case GREATER -> order > 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LIKE, NOT_LIKE, MATCH, NOT_MATCH, REGEXP, NOT_REGEXP, CONTAINS ->
          throw new IllegalStateException(comparator + " has no order");
    };
  }
}
