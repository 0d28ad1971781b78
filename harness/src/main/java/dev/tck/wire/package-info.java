/**
 * TDengine's wire formats without I/O: result blocks, binary WebSocket frames, tokens.
 *
 * <p>The reference connector and the embedded server both stand on this package, so its tests hold
 * it against bytes that real servers and official connectors sent, never against itself alone.
 */
@NullMarked
package dev.tck.wire;

import org.jspecify.annotations.NullMarked;
