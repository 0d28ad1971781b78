package dev.tck.fidelity;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that differed and was not held against the target, because it differs between two runs
 * of the recorded server as well.
 *
 * @param caseName names the case
 * @param step is the step's number in the case
 * @param what is what differed
 */
public record LeftOut(@JsonProperty("case") String caseName, int step, String what) {}
