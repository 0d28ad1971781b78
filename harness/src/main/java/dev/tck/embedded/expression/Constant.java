package dev.tck.embedded.expression;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands for one value, held as a vector of one row. */
public final class Constant implements Scalar {
  private final Vector value;

  /** Creates a constant from a vector of one row. */
  public Constant(Vector value) {
    this.value = value;
  }

  /** Returns NULL of a type. */
  public static Constant ofNull(DataType type) {
    return new Constant(Vector.ofNulls(type, 1));
  }

  /** Returns the vector of one row. */
  public Vector value() {
    return value;
  }

  /** Returns whether the value is NULL. */
  public boolean isNull() {
    return value.isNull(0);
  }

  @Override
  public DataType type() {
    return value.type();
  }

  @Override
  public Vector evaluate(Batch input) {
    return input.rows() == 1 ? value : value.repeat(0, input.rows());
  }

  @Override
  public List<Scalar> operands() {
    return List.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Constant constant
        && constant.type().equals(type())
        && Arrays.equals(bytes(), constant.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  private byte[] bytes() {
    if (value.isNull(0)) {
      return new byte[] {};
    }
    return value.type().type().isVariable()
        ? value.bytesAt(0)
        : Arrays.copyOf(value.bytes(), value.type().type().width());
  }
}
