package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.JsonTag;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/** Tells whether a JSON tag has a key. */
public record JsonContains(Scalar tag, String key) implements Scalar {
  @Override
  public DataType type() {
    return DataType.BOOL;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(tag);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector tags = tag.evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.BOOL, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      result.appendBool(!tags.isNull(row) && JsonTag.contains(tags.textAt(row), key));
    }
    return result.build();
  }
}
