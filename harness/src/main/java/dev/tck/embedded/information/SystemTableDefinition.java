package dev.tck.embedded.information;

import dev.tck.embedded.query.SystemTables.SystemColumn;
import java.util.List;

/**
 * Describes a system table.
 *
 * @param restricted is true if only users with system information may read it
 */
record SystemTableDefinition(
    String database, String name, boolean restricted, List<SystemColumn> columns) {}
