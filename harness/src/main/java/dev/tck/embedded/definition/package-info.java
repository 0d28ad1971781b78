/** Executes the statements that define: databases, tables, topics, users and their privileges. */
@NullMarked
package dev.tck.embedded.definition;

import org.jspecify.annotations.NullMarked;
