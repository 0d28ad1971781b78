package dev.tck.embedded.query;

import dev.tck.embedded.expression.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * Says what of a source is wanted.
 *
 * @param columns are positions in the source's columns, in the order of the batches' columns
 * @param filter is a condition on the batches' columns
 * @param range is the time range to which the condition restricts the rows
 */
record ScanRequest(List<Integer> columns, Optional<Scalar> filter, TimeRange range) {}
