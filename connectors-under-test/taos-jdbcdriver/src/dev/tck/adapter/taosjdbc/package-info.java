/** The adapter of taos-jdbcdriver. */
@NullMarked
package dev.tck.adapter.taosjdbc;

import org.jspecify.annotations.NullMarked;
