/** Tests of the checks of adapters. */
@NullMarked
package dev.tck.adapter.check;

import org.jspecify.annotations.NullMarked;
