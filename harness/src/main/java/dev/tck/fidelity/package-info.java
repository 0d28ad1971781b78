/**
 * Recorded answers of real servers, held against any target.
 *
 * <p>The network code here is the JDK's and nothing else's, so that a mistake in the embedded
 * server's network front cannot hide itself.
 */
@NullMarked
package dev.tck.fidelity;

import org.jspecify.annotations.NullMarked;
