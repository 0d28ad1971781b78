package dev.tck.embedded.server.rest;

import dev.tck.wire.TaosdToken.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a request to {@code /rest/sql} says; its parts are read in taosAdapter's order, which
 * decides what is complained about first.
 */
public final class RestRequest {
  private final QueryParameters query;
  private final @Nullable String authorization;
  private final Optional<String> database;
  private final byte[] body;
  private final boolean packed;
  private final int mostBytes;

  /**
   * Creates a request.
   *
   * @param query holds the parameters of the URL
   * @param authorization is the header's value
   * @param database is the path's last part
   * @param body is the request's body as it came
   * @param packed says that the body is compressed with gzip
   * @param mostBytes is how long the body may get when it is unpacked
   */
  public RestRequest(
      QueryParameters query,
      @Nullable String authorization,
      Optional<String> database,
      byte[] body,
      boolean packed,
      int mostBytes) {
    this.query = query;
    this.authorization = authorization;
    this.database = database;
    this.body = body;
    this.packed = packed;
    this.mostBytes = mostBytes;
  }

  /** Returns the parameters of the URL. */
  QueryParameters query() {
    return query;
  }

  /** Returns the value of the header {@code Authorization}, empty without one. */
  String authorization() {
    return authorization == null ? "" : authorization;
  }

  /** Returns the database that the path names. */
  Optional<String> database() {
    return database;
  }

  /**
   * Returns the body, unpacked.
   *
   * @throws MalformedBody if it says that it is gzip and is not, or is too long
   */
  byte[] body() throws MalformedBody {
    try {
      return packed ? GzipBody.unpack(body, mostBytes) : body;
    } catch (IOException e) {
      throw new MalformedBody();
    }
  }

  /**
   * Returns user and password.
   *
   * @throws RestFailure if {@code req_id} is no number, or for the reasons of {@link
   *     RestAuthorization#read}
   */
  Credentials credentials() throws RestFailure {
    RestParameters.checkRequestId(query);
    return RestAuthorization.read(authorization);
  }

  /**
   * Returns the SQL without white space around it.
   *
   * @throws RestFailure 4358 without body, 4359 for a blank one
   * @throws MalformedBody if it cannot be unpacked
   */
  String sql() throws RestFailure, MalformedBody {
    byte[] plain = body();
    if (plain.length == 0) {
      throw RestFailure.badRequest(4358, "request is empty");
    }
    String sql = new String(plain, StandardCharsets.UTF_8).strip();
    if (sql.isEmpty()) {
      throw RestFailure.badRequest(4359, "no sql input");
    }
    return sql;
  }
}
