package dev.tck.embedded.store;

import dev.tck.embedded.type.DataType;

/**
 * Names a column in the store.
 *
 * @param id stays the same while the column lives and is never used again in its table
 * @param type is the type as now declared
 */
public record StoredColumn(int id, DataType type) {}
