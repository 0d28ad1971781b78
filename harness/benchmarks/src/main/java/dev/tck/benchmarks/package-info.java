/**
 * JMH benchmarks of connectors that run in this process: the reference connector and JDBC drivers.
 *
 * <p>The server runs in another process; only numbers of one run on one machine may be compared.
 */
@NullMarked
package dev.tck.benchmarks;

import org.jspecify.annotations.NullMarked;
