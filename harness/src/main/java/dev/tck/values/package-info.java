/** TDengine's types and values, their JSON form, and the rules by which two values are equal. */
@NullMarked
package dev.tck.values;

import org.jspecify.annotations.NullMarked;
