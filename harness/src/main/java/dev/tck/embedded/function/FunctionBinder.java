package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;

/** Makes an expression of a function's call. */
interface FunctionBinder {
  Scalar bind(Arguments arguments, FunctionContext context) throws TaosException;
}
