/** The scenarios as data: feature files read, ids and tags checked, selections made. */
@NullMarked
package dev.tck.scenarios.suite;

import org.jspecify.annotations.NullMarked;
