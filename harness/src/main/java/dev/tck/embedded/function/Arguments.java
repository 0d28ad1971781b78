package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Numbers;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.expression.Span;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import java.util.List;

/** Checks and reads the arguments of a function's call. */
public record Arguments(String function, List<Scalar> values) {

  /** Returns the number of arguments. */
  public int count() {
    return values.size();
  }

  /** Returns an argument. */
  public Scalar get(int index) {
    return values.get(index);
  }

  /** Returns the type of an argument. */
  public DataType type(int index) {
    return values.get(index).type();
  }

  /** Refuses the call unless the number of arguments lies between two (10241). */
  public void requireCount(int least, int most) throws TaosException {
    if (values.size() < least || values.size() > most) {
      throw ErrorCode.PARAMETER_COUNT.with(function);
    }
  }

  /** Refuses the call unless a condition on types holds (10242). */
  public void requireType(boolean holds) throws TaosException {
    if (!holds) {
      throw ErrorCode.PARAMETER_TYPE.with(function);
    }
  }

  /** Refuses the call unless an argument reads some column of the rows (10260). */
  public void requireColumn(int index) throws TaosException {
    if (values.get(index).isConstant()) {
      throw ErrorCode.PARAMETER_NEEDS_COLUMN.with(function);
    }
  }

  /** Refuses the call unless a condition on values holds (10243). */
  public void requireValue(boolean holds) throws TaosException {
    if (!holds) {
      throw ErrorCode.PARAMETER_VALUE.with(function);
    }
  }

  /** Refuses the call unless a condition on the range of values holds (10257). */
  public void requireRange(boolean holds) throws TaosException {
    if (!holds) {
      throw ErrorCode.PARAMETER_RANGE.with(function);
    }
  }

  /** Returns whether an argument is NULL as a literal. */
  public boolean isNull(int index) {
    return values.get(index) instanceof Constant constant && constant.isNull();
  }

  /** Returns whether an argument is a number, not BOOL, or the literal NULL. */
  public boolean isNumber(int index) {
    DataType type = type(index);
    return type.type().isInteger() || type.isFloating() || isNull(index);
  }

  /** Returns an argument that must be a constant (10242 if it is none). */
  public Constant constant(int index) throws TaosException {
    requireType(values.get(index) instanceof Constant);
    return (Constant) values.get(index);
  }

  /** Returns an argument that must be a whole number as a literal (10242 if it is none). */
  public long integer(int index) throws TaosException {
    Constant constant = constant(index);
    requireType(constant.type().type().isInteger() && !constant.isNull());
    return constant.value().longAt(0);
  }

  /** Returns an argument that must be a number as a literal (10242 if it is none). */
  public double number(int index) throws TaosException {
    Constant constant = constant(index);
    requireType(isNumber(index) && !constant.isNull());
    return Numbers.doubleAt(constant.value(), 0);
  }

  /** Returns an argument that must be a text as a literal (10242 if it is none). */
  public String text(int index) throws TaosException {
    Constant constant = constant(index);
    requireType(constant.type().isString() && !constant.isNull());
    return constant.value().textAt(0);
  }

  /** Returns an argument that must be a duration (10242 if it is none). */
  public TimeSpan span(int index) throws TaosException {
    requireType(values.get(index) instanceof Span);
    return ((Span) values.get(index)).span();
  }
}
