/** What both interfaces need: the way to the engine, and work in order off the event loop. */
@NullMarked
package dev.tck.embedded.server.exchange;

import org.jspecify.annotations.NullMarked;
