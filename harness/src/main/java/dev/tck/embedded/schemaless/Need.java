package dev.tck.embedded.schemaless;

import dev.tck.embedded.type.DataType;
import dev.tck.values.TaosType;

/**
 * Says what a column or tag must be able to hold.
 *
 * @param first is the first field or tag of the name
 * @param length is that of the longest value
 */
record Need(Field first, int length) {

  static Need of(Field field) {
    return new Need(field, field.value().length());
  }

  Need and(Field field) {
    return new Need(first, Math.max(length, field.value().length()));
  }

  TaosType type() {
    return first.value().type();
  }

  /** Returns the type of a new or wider column for it. */
  DataType column() {
    return FieldValue.typeFor(type(), length);
  }

  /** Returns whether a column of the same type is too narrow. */
  boolean exceeds(DataType present) {
    return type().isVariable() && present.length() < length;
  }
}
