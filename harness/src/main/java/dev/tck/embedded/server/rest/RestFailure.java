package dev.tck.embedded.server.rest;

/**
 * Ends a request before TDengine is asked, with taosAdapter's own status, code and text (protocol
 * notes, {@code rest.md} §3 and §6).
 */
final class RestFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says that the adapter, not TDengine, complains. */
  static final int ADAPTER = 0xFFFF;

  private final int status;
  private final int code;

  RestFailure(int status, int code, String description) {
    super(description, null, false, false);
    this.status = status;
    this.code = code;
  }

  static RestFailure badRequest(int code, String description) {
    return new RestFailure(400, code, description);
  }

  static RestFailure unauthorized(int code, String description) {
    return new RestFailure(401, code, description);
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }
}
