/** Cuts rows in time order into windows. */
@NullMarked
package dev.tck.embedded.window;

import org.jspecify.annotations.NullMarked;
