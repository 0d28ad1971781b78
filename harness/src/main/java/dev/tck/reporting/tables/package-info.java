/** The page's own tables, measured; and everything else that a report shows. */
@NullMarked
package dev.tck.reporting.tables;

import org.jspecify.annotations.NullMarked;
