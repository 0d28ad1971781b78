/**
 * Stands between a connector and a target: records what they say, counts it, and can change it.
 *
 * <p>Bytes pass as they come, and are looked at on the side; only while a {@link
 * dev.tck.proxy.Fault} is set are messages held back until they are whole.
 */
@NullMarked
package dev.tck.proxy;

import org.jspecify.annotations.NullMarked;
