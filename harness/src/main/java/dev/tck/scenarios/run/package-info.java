/** Runs scenarios in cells: Cucumber's runtime a cell, deadlines, blame, events. */
@NullMarked
package dev.tck.scenarios.run;

import org.jspecify.annotations.NullMarked;
