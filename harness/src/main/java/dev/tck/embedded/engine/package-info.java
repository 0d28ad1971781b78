/** Databases, tables and SQL, without any network. */
@NullMarked
package dev.tck.embedded.engine;

import org.jspecify.annotations.NullMarked;
