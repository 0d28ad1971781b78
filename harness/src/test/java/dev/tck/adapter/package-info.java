/** Tests of the adapter protocol's messages. */
@NullMarked
package dev.tck.adapter;

import org.jspecify.annotations.NullMarked;
