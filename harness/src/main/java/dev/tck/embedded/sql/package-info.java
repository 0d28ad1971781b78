/**
 * SQL text to syntax trees: TDengine's lexical rules and grammar, with its errors at the same place
 * of the text.
 */
@NullMarked
package dev.tck.embedded.sql;

import org.jspecify.annotations.NullMarked;
