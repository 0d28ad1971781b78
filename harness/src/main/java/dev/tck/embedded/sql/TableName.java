package dev.tck.embedded.sql;

/** Names a table with its database. */
public record TableName(String database, String table) {}
