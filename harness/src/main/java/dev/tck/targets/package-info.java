/** What a run is measured against: the embedded server, a container, a server that runs already. */
@NullMarked
package dev.tck.targets;

import org.jspecify.annotations.NullMarked;
