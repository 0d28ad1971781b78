package dev.tck.embedded.schemaless;

import java.util.List;

/**
 * Holds one row as its line tells it.
 *
 * @param measurement is the super table's name
 * @param tags are in the order in which they are written, without the one that names the table
 * @param table is the child table's name
 * @param fields are in the order in which they are written
 * @param time is in the database's unit
 */
record Point(String measurement, List<Field> tags, String table, List<Field> fields, long time) {}
