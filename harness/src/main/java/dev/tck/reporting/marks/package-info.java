/**
 * What a reader may conclude: the marks of the tables, and the verdict of a run.
 *
 * <p>Everything is computed from merged results, the page's claims and the scenarios' own tags;
 * nothing here looks at a clock or at the machine.
 */
@NullMarked
package dev.tck.reporting.marks;

import org.jspecify.annotations.NullMarked;
