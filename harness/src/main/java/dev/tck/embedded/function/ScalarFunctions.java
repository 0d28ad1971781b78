package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import java.util.HashMap;
import java.util.Map;

/** Knows the functions that make one value of the values of one row. */
public final class ScalarFunctions {
  private static final Map<String, FunctionBinder> FUNCTIONS = functions();

  private ScalarFunctions() {}

  private static Map<String, FunctionBinder> functions() {
    Map<String, FunctionBinder> all = new HashMap<>();
    all.putAll(MathFunctions.all());
    all.putAll(TextFunctions.all());
    all.putAll(TimeFunctions.all());
    all.putAll(OtherFunctions.all());
    return Map.copyOf(all);
  }

  /** Returns whether there is a function of this name. */
  public static boolean contains(String function) {
    return FUNCTIONS.containsKey(function);
  }

  /**
   * Returns the expression of a call.
   *
   * @throws TaosException if there is no such function, or it cannot have these arguments
   */
  public static Scalar bind(Arguments arguments, FunctionContext context) throws TaosException {
    FunctionBinder binder = FUNCTIONS.get(arguments.function());
    if (binder == null) {
      throw ErrorCode.FUNCTION_NOT_EXIST.with();
    }
    return binder.bind(arguments, context);
  }
}
