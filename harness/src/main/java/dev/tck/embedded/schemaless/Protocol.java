package dev.tck.embedded.schemaless;

/** Names the ways in which points are written. */
public enum Protocol {
  /** InfluxDB's line protocol. */
  LINE,
  /** OpenTSDB's telnet lines. */
  TELNET
}
