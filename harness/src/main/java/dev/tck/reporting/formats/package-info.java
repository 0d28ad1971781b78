/**
 * The formats that a report is written in: each a class that consumes a report and knows of no
 * other.
 */
@NullMarked
package dev.tck.reporting.formats;

import org.jspecify.annotations.NullMarked;
