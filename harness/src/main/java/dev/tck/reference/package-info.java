/**
 * The Java reference connector: REST and WebSocket, straight from the protocol's description.
 *
 * <p>It stands on the JDK's own HTTP and WebSocket client, while the embedded server stands on
 * Netty: a mistake in either shows. Results are read as columnar blocks; nothing is boxed per
 * value.
 */
@NullMarked
package dev.tck.reference;

import org.jspecify.annotations.NullMarked;
