/** The reference connector behind the adapter interface, in the harness's own process. */
@NullMarked
package dev.tck.scenarios.reference;

import org.jspecify.annotations.NullMarked;
