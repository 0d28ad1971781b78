/** Finds out whether an adapter is a good citizen of the protocol: {@code tck adapter check}. */
@NullMarked
package dev.tck.adapter.check;

import org.jspecify.annotations.NullMarked;
