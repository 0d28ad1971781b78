package dev.tck.embedded.engine;

import dev.tck.values.TaosType;

/**
 * Describes a column of a result.
 *
 * @param name is what the statement calls it
 * @param type is its type
 * @param length is what REST's {@code column_meta} and WebSocket's {@code fields_lengths} state:
 *     the width of fixed types, declared bytes of VARCHAR, VARBINARY and GEOMETRY, declared
 *     characters of NCHAR, 4095 for JSON
 * @param blockBytes is what a result block states: VARCHAR(n) n + 2, NCHAR(n) 4·n + 2, DECIMAL
 *     packed
 * @param precision and scale are those of a DECIMAL, else 0
 */
public record ResultColumn(
    String name, TaosType type, int length, int blockBytes, int precision, int scale) {}
