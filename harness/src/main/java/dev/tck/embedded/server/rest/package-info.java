/** The REST interface: {@code /rest/sql}, {@code /rest/login}, {@code /-/ping} and refusals. */
@NullMarked
package dev.tck.embedded.server.rest;

import org.jspecify.annotations.NullMarked;
