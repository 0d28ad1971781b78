/** Hand-written doubles that the tests of several rooms share: servers, adapters, a terminal. */
@NullMarked
package dev.tck.doubles;

import org.jspecify.annotations.NullMarked;
