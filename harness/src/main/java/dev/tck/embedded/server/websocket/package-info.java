/**
 * The WebSocket interface: {@code /ws}, its predecessor {@code /rest/ws}, and refusals.
 *
 * <p>An {@link dev.tck.embedded.server.websocket.ActionRegistry} knows what each action does;
 * parameter binding, schemaless write and subscription register theirs there.
 */
@NullMarked
package dev.tck.embedded.server.websocket;

import org.jspecify.annotations.NullMarked;
