/**
 * The columnar store: each table's rows in time order, as chunks in the layout of result blocks
 * that readers share without copying or locking.
 */
@NullMarked
package dev.tck.embedded.store;

import org.jspecify.annotations.NullMarked;
