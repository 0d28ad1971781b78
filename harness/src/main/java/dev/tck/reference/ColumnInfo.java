package dev.tck.reference;

import dev.tck.values.TaosType;

/**
 * Describes a column of a result.
 *
 * @param length is what the server declares: bytes, for NCHAR characters
 * @param precision and scale are those of a DECIMAL, else 0
 */
public record ColumnInfo(String name, TaosType type, int length, int precision, int scale) {}
