/**
 * What every Java adapter needs besides its translation: the line loop, named threads, handles,
 * values, pages, classification of errors, the bench loop, probes.
 *
 * <p>Written for old runtimes (Java 11, in the language of Java 8), because connectors support
 * them, and with nanojson as only library, because a connector's own libraries must not be
 * disturbed.
 */
@NullMarked
package dev.tck.adapter.sdk;

import org.jspecify.annotations.NullMarked;
