/** Makes one set of results out of the events of one run or of many. */
@NullMarked
package dev.tck.reporting.merge;

import org.jspecify.annotations.NullMarked;
