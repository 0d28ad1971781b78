/** Schemaless writing: reads points in line protocol or telnet, grows tables to fit, writes. */
@NullMarked
package dev.tck.embedded.schemaless;

import org.jspecify.annotations.NullMarked;
