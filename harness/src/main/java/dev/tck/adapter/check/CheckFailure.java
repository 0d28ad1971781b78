package dev.tck.adapter.check;

/** Says what an adapter did instead of what a check asks for. */
final class CheckFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CheckFailure(String message) {
    super(message);
  }
}
