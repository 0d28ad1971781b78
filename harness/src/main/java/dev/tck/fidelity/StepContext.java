package dev.tck.fidelity;

import java.util.Set;

/**
 * What a comparison must know of the case.
 *
 * @param singleTables are the normal and child tables that the case has created so far
 * @param ownDatabase says that the case has a database of its own
 * @param recordedName is the database's name in recorded blocks, empty if unknown
 * @param actualName is the database's name in this run, empty if there is none
 */
record StepContext(
    Set<String> singleTables, boolean ownDatabase, String recordedName, String actualName) {
  StepContext {
    singleTables = Set.copyOf(singleTables);
  }

  /** Returns a text of the recording with the database's name replaced by {@code $DB}. */
  String neutralRecorded(String text) {
    return recordedName.isEmpty() ? text : text.replace(recordedName, Call.DATABASE);
  }

  /** Returns a text of this run with the database's name replaced by {@code $DB}. */
  String neutralActual(String text) {
    return actualName.isEmpty() ? text : text.replace(actualName, Call.DATABASE);
  }
}
