package dev.tck.embedded.server.rest;

import io.netty.util.AsciiString;

/** Spells the headers of answers as Go does, for clients that look at the case of letters. */
public final class HeaderNames {
  public static final AsciiString CONTENT_TYPE = AsciiString.cached("Content-Type");
  public static final AsciiString CONTENT_LENGTH = AsciiString.cached("Content-Length");
  public static final AsciiString TRANSFER_ENCODING = AsciiString.cached("Transfer-Encoding");
  public static final AsciiString CONNECTION = AsciiString.cached("Connection");
  public static final AsciiString VARY = AsciiString.cached("Vary");
  public static final AsciiString LOCATION = AsciiString.cached("Location");
  public static final AsciiString SEC_WEBSOCKET_VERSION =
      AsciiString.cached("Sec-Websocket-Version");
  public static final AsciiString ALLOW_ORIGIN = AsciiString.cached("Access-Control-Allow-Origin");
  public static final AsciiString ALLOW_HEADERS =
      AsciiString.cached("Access-Control-Allow-Headers");
  public static final AsciiString ALLOW_METHODS =
      AsciiString.cached("Access-Control-Allow-Methods");
  public static final AsciiString MAX_AGE = AsciiString.cached("Access-Control-Max-Age");
  public static final AsciiString EXPOSE_HEADERS =
      AsciiString.cached("Access-Control-Expose-Headers");

  private HeaderNames() {}
}
