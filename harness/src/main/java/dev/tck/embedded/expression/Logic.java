package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/** Joins conditions; what is NULL counts as false. */
public record Logic(Kind kind, List<Scalar> operands) implements Scalar {

  /** Names the ways of joining. */
  public enum Kind {
    AND,
    OR,
    NOT
  }

  /** Returns the conjunction of two conditions. */
  public static Logic and(Scalar left, Scalar right) {
    return new Logic(Kind.AND, List.of(left, right));
  }

  @Override
  public DataType type() {
    return DataType.BOOL;
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector first = operands.get(0).evaluate(input);
    Vector second = kind == Kind.NOT ? first : operands.get(1).evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.BOOL, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      boolean a = isTrue(first, row);
      boolean holds =
          switch (kind) {
            case AND -> a && isTrue(second, row);
            case OR -> a || isTrue(second, row);
            case NOT -> !a;
          };
      result.appendLong(holds ? 1 : 0);
    }
    return result.build();
  }

  /** Returns whether a value of any type counts as true: a number that is not zero. */
  public static boolean isTrue(Vector values, int row) {
    return !values.isNull(row) && Numbers.doubleAt(values, row) != 0;
  }
}
