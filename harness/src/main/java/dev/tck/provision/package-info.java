/**
 * Brings pinned connectors into a cache and says how to start their adapters.
 *
 * <p>A connector is a folder with a {@code connector.yaml}; nothing here knows a language or a
 * registry.
 */
@NullMarked
package dev.tck.provision;

import org.jspecify.annotations.NullMarked;
