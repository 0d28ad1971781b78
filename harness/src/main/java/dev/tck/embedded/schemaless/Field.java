package dev.tck.embedded.schemaless;

/**
 * Holds a field or tag of a point.
 *
 * @param name is the column's or tag's name
 * @param offset is where its name begins in the text, for messages
 */
record Field(String name, FieldValue value, int offset) {}
