/** What a scenario works with: the adapter, the control connection, its database, its checks. */
@NullMarked
package dev.tck.scenarios.world;

import org.jspecify.annotations.NullMarked;
