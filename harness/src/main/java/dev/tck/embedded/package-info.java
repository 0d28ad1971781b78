/**
 * The embedded TDengine-compatible server: answers REST and WebSocket as taosd with taosAdapter
 * does.
 *
 * <p>What it does not know it refuses with "not supported by the embedded server"; it never answers
 * wrongly on purpose. {@code docs/embedded-server.md} tells what it covers.
 */
@NullMarked
package dev.tck.embedded;

import org.jspecify.annotations.NullMarked;
