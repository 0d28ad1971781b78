package dev.tck.fidelity;

/**
 * Says what differs.
 *
 * @param expected is what was recorded, for a reader
 * @param actual is what the target gave
 */
record Mismatch(Reason reason, String expected, String actual) {}
