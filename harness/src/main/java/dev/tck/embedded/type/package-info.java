/**
 * What TDengine's values are: types with their lengths, time texts, durations, decimals, geometries
 * and JSON tags.
 */
@NullMarked
package dev.tck.embedded.type;

import org.jspecify.annotations.NullMarked;
