package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of FILL(VALUE, …). */
final class FillValues {
  private FillValues() {}

  /**
   * Returns a vector of one row for each filled output, in its type.
   *
   * @param visible is the number of outputs of the select list; others are filled with NULL
   * @throws TaosException if there are too many or too few values, or one has a wrong type (9733)
   */
  static List<Vector> bind(
      Query.Fill fill,
      List<Scalar> outputs,
      List<Integer> filled,
      int visible,
      ExpressionBinder binder)
      throws TaosException {
    long wanted = filled.stream().filter(output -> output < visible).count();
    if (wanted != fill.values().size()) {
      throw ErrorCode.WRONG_VALUE.with("Filled values number mismatch");
    }
    List<Vector> values = new ArrayList<>();
    for (int index = 0; index < filled.size(); index++) {
      Scalar output = outputs.get(filled.get(index));
      values.add(
          filled.get(index) < visible
              ? value(fill.values().get(index), output, binder)
              : Vector.ofNulls(output.type(), 1));
    }
    return values;
  }

  private static Vector value(Expression expression, Scalar output, ExpressionBinder binder)
      throws TaosException {
    Scalar bound = binder.bind(expression);
    if (!(bound instanceof Constant constant)) {
      throw ErrorCode.WRONG_VALUE.with("Fill value can only accept constant");
    }
    if (constant.isNull()) {
      return Vector.ofNulls(output.type(), 1);
    }
    try {
      return ((Constant) binder.operators().cast(constant, output.type())).value();
    } catch (TaosException e) {
      throw ErrorCode.WRONG_VALUE.with("Filled data type mismatch");
    }
  }
}
