package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a function once a row. Two calls are the same if name, operands and type are. */
public final class FunctionCall implements Scalar {
  private final String function;
  private final List<Scalar> operands;
  private final DataType type;
  private final boolean takesNulls;
  private final Body body;
  private boolean varies;

  /** Computes the value of one row. */
  public interface Body {
    /** Appends exactly one value. */
    void append(Vector[] arguments, int row, VectorBuilder out) throws TaosException;
  }

  private FunctionCall(
      String function, List<Scalar> operands, DataType type, boolean takesNulls, Body body) {
    this.function = function;
    this.operands = List.copyOf(operands);
    this.type = type;
    this.takesNulls = takesNulls;
    this.body = body;
  }

  /** Returns a call that is NULL where an operand is NULL. */
  public static FunctionCall of(String function, List<Scalar> operands, DataType type, Body body) {
    return new FunctionCall(function, operands, type, false, body);
  }

  /** Returns a call that deals with NULL itself. */
  public static FunctionCall takingNulls(
      String function, List<Scalar> operands, DataType type, Body body) {
    return new FunctionCall(function, operands, type, true, body);
  }

  /** Returns a call whose value is another one each time. */
  public static FunctionCall varying(
      String function, List<Scalar> operands, DataType type, Body body) {
    FunctionCall call = new FunctionCall(function, operands, type, true, body);
    call.varies = true;
    return call;
  }

  @Override
  public boolean isConstant() {
    return !varies && Scalar.super.isConstant();
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public List<Scalar> operands() {
    return operands;
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector[] arguments = new Vector[operands.size()];
    for (int index = 0; index < arguments.length; index++) {
      arguments[index] = operands.get(index).evaluate(input);
    }
    VectorBuilder result = new VectorBuilder(type, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      if (!takesNulls && anyNull(arguments, row)) {
        result.appendNull();
      } else {
        body.append(arguments, row, result);
      }
    }
    return result.build();
  }

  private static boolean anyNull(Vector[] arguments, int row) {
    for (Vector argument : arguments) {
      if (argument.isNull(row)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FunctionCall call
        && call.function.equals(function)
        && call.type.equals(type)
        && call.operands.equals(operands);
  }

  @Override
  public int hashCode() {
    return 31 * function.hashCode() + operands.hashCode();
  }
}
