/**
 * The closed Gherkin vocabulary: each step parses, calls, compares; the knowledge is in the feature
 * files.
 */
@NullMarked
package dev.tck.scenarios.steps;

import org.jspecify.annotations.NullMarked;
