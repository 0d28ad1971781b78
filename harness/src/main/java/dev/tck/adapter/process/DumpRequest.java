package dev.tck.adapter.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Says how an adapter is asked for the stacks of its threads.
 *
 * @param pid is the process that takes the signal
 * @param signal is the signal's name without SIG, empty if the adapter takes none
 */
record DumpRequest(long pid, String signal) {

  /** Returns what a JVM understands and any other process dies of, which it must anyway. */
  static DumpRequest untold(long pid) {
    return new DumpRequest(pid, "QUIT");
  }

  /** Returns what the reply to {@code hello} says. */
  static DumpRequest of(ObjectNode hello, long pid) {
    JsonNode dump = hello.path("dump");
    return dump.isObject()
        ? new DumpRequest(dump.path("pid").asLong(pid), dump.path("signal").asText(""))
        : untold(pid);
  }
}
