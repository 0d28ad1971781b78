/** TDengine's functions: scalar ones, aggregates, and those that turn rows into other rows. */
@NullMarked
package dev.tck.embedded.function;

import org.jspecify.annotations.NullMarked;
