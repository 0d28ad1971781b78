package dev.tck.embedded.server.rest;

/** Reports a body that cannot be unpacked; the answer is 400 without a word, as taosAdapter's. */
final class MalformedBody extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedBody() {
    super("malformed body", null, false, false);
  }
}
