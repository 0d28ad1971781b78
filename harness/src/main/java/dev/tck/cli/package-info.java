/**
 * The command {@code tck}: parses, wires the rooms together, prints; nobody else prints or exits.
 */
@NullMarked
package dev.tck.cli;

import org.jspecify.annotations.NullMarked;
