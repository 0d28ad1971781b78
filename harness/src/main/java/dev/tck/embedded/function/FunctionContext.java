package dev.tck.embedded.function;

import dev.tck.values.Precision;
import java.time.ZoneId;

/**
 * Holds what functions of time depend on besides their arguments.
 *
 * @param precision is the unit of the statement's times
 * @param zone is the connection's time zone
 */
public record FunctionContext(Precision precision, ZoneId zone) {}
