/** Decides which cells run which scenarios, and says of everything else why it does not run. */
@NullMarked
package dev.tck.scenarios.plan;

import org.jspecify.annotations.NullMarked;
