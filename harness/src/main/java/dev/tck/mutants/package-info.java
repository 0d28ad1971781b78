/**
 * Seeded faults: what real connectors once did wrong, done on purpose, to find out whether the
 * scenarios notice.
 */
@NullMarked
package dev.tck.mutants;

import org.jspecify.annotations.NullMarked;
