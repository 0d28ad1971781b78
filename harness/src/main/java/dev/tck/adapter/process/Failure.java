package dev.tck.adapter.process;

import dev.tck.adapter.AdapterException;

/** Says what ended an adapter's process before its time. */
record Failure(AdapterException.Kind kind, String message) {

  AdapterException exception(String evidence) {
    return new AdapterException(kind, message, evidence);
  }
}
