package dev.tck.adapter.sdk;

/** Reports a request that makes no sense: an unknown handle, a missing field. */
final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RequestException(String message) {
    super(message);
  }
}
