package dev.tck.embedded.server.websocket;

/** Reports {@code args} that do not have the types an action needs. */
final class MalformedArguments extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedArguments() {
    super("malformed args", null, false, false);
  }
}
