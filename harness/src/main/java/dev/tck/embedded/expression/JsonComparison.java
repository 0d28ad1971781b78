package dev.tck.embedded.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value out of a JSON tag with a constant: number with number, text with text, truth
 * with truth; values of different kinds are never equal and have no order.
 */
public record JsonComparison(Comparator comparator, Scalar field, Constant other)
    implements Scalar {
  private static final ObjectReader READER = JsonMapper.builder().build().reader();

  @Override
  public DataType type() {
    return DataType.BOOL;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(field);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector fields = field.evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.BOOL, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      result.appendBool(!fields.isNull(row) && !other.isNull() && holds(fields.textAt(row)));
    }
    return result.build();
  }

  private boolean holds(String json) {
    Integer order = compare(json);
    if (order == null) {
      return false;
    }
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

  private @Nullable Integer compare(String json) {
    JsonNode value;
    try {
      value = READER.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("a JSON tag holds no JSON", e);
    }
    Vector constant = other.value();
    if (value.isTextual()) {
      return constant.type().isString()
          ? (Integer) Integer.signum(value.textValue().compareTo(constant.textAt(0)))
          : null;
    }
    if (constant.type().isString()) {
      return null;
    }
    boolean bool = constant.type().equals(DataType.BOOL);
    if (value.isBoolean()) {
      return bool ? (Integer) Boolean.compare(value.booleanValue(), constant.longAt(0) != 0) : null;
    }
    return bool
        ? null
        : (Integer) Numbers.compareDoubles(value.doubleValue(), constant.doubleAt(0));
  }
}
