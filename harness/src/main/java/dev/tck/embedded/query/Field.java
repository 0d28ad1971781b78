package dev.tck.embedded.query;

import dev.tck.embedded.type.DataType;

/**
 * Names a column of a query's result.
 *
 * @param named is false for what a query computes without giving it a name; a query around it
 *     cannot name it either
 */
public record Field(String name, DataType type, boolean named) {
  /** Creates a field that has a name. */
  public Field(String name, DataType type) {
    this(name, type, true);
  }
}
