package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the result whose condition holds first. All results have the type of the whole.
 *
 * @param results has one more element than the conditions: what is taken if none holds
 */
public record CaseWhen(List<Scalar> conditions, List<Scalar> results, DataType type)
    implements Scalar {
  @Override
  public List<Scalar> operands() {
    List<Scalar> operands = new ArrayList<>(conditions);
    operands.addAll(results);
    return operands;
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    List<Vector> tests = evaluate(conditions, input);
    List<Vector> values = evaluate(results, input);
    VectorBuilder result = new VectorBuilder(type, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      int branch = 0;
      while (branch < tests.size() && !Logic.isTrue(tests.get(branch), row)) {
        branch++;
      }
      result.append(values.get(branch), row);
    }
    return result.build();
  }

  private static List<Vector> evaluate(List<Scalar> expressions, Batch input) throws TaosException {
    List<Vector> vectors = new ArrayList<>();
    for (Scalar expression : expressions) {
      vectors.add(expression.evaluate(input));
    }
    return vectors;
  }
}
