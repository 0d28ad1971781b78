/** Runs the features, and holds the rooms that run them to their promises. */
@NullMarked
package dev.tck.scenarios;

import org.jspecify.annotations.NullMarked;
