/** What a server knows by name: databases, tables with their schemas, users, topics. */
@NullMarked
package dev.tck.embedded.catalogue;

import org.jspecify.annotations.NullMarked;
