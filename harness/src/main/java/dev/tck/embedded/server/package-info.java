/**
 * The network front of the embedded server: HTTP and WebSocket on one port.
 *
 * <p>It answers as taosAdapter 3.3.6.6 does. SQL runs on workers, never on an event loop; {@link
 * dev.tck.embedded.server.exchange.ChannelWork} keeps each channel's work in order.
 */
@NullMarked
package dev.tck.embedded.server;

import org.jspecify.annotations.NullMarked;
