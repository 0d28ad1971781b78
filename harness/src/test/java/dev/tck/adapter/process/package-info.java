/** Tests of the supervision of adapter processes, with real processes. */
@NullMarked
package dev.tck.adapter.process;

import org.jspecify.annotations.NullMarked;
