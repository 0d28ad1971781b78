package dev.tck.embedded.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.JsonTag;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/** Takes the value of a key out of a JSON tag; numbers are printed with nine decimals. */
public record JsonField(Scalar tag, String key) implements Scalar {
  private static final int DECIMALS = 9;

  @Override
  public DataType type() {
    return DataType.JSON;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(tag);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector tags = tag.evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.JSON, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      JsonNode value = tags.isNull(row) ? null : JsonTag.field(tags.textAt(row), key);
      if (value == null) {
        result.appendNull();
      } else {
        result.appendText(
            value.isNumber() ? FloatFormat.fixed(value.doubleValue(), DECIMALS) : value.toString());
      }
    }
    return result.build();
  }
}
