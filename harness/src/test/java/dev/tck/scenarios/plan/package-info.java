/** Tests of the plan and of what it covers. */
@NullMarked
package dev.tck.scenarios.plan;

import org.jspecify.annotations.NullMarked;
