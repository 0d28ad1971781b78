package dev.tck.embedded.query;

import dev.tck.embedded.type.DataType;

/** Names a column of a query's result. */
public record Field(String name, DataType type) {}
