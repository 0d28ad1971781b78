package dev.tck.fidelity;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One way in which a target did not reproduce an exchange.
 *
 * @param caseName names the case
 * @param step is the step's number in the case
 * @param sql is the statement, or path of the post, with {@code $DB} for the database
 * @param reason is the kind of difference
 * @param expected is what was recorded, for a reader
 * @param actual is what the target gave
 */
public record Difference(
    @JsonProperty("case") String caseName,
    int step,
    String sql,
    Reason reason,
    String expected,
    String actual) {}
