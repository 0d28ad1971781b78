/**
 * Queries: binds syntax trees to tables and functions, and executes them batch by batch over
 * snapshots, without locks.
 */
@NullMarked
package dev.tck.embedded.query;

import org.jspecify.annotations.NullMarked;
