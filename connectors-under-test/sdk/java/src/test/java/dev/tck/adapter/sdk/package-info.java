/** Tests of the adapter SDK. */
@NullMarked
package dev.tck.adapter.sdk;

import org.jspecify.annotations.NullMarked;
