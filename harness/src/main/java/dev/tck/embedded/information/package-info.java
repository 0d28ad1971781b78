/**
 * What a server tells of itself: the tables of information_schema and performance_schema, SHOW and
 * DESCRIBE.
 */
@NullMarked
package dev.tck.embedded.information;

import org.jspecify.annotations.NullMarked;
