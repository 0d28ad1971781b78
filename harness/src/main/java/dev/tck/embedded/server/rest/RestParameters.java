package dev.tck.embedded.server.rest;

import dev.tck.embedded.server.exchange.ConnectionZone;
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads the parameters of {@code /rest/sql} (protocol notes, {@code rest.md} §2).
 *
 * @param connectionZone is {@code conn_tz}: times without offset are read in it
 * @param rendering is the zone in which TIMESTAMPs are written: {@code conn_tz}, else {@code tz},
 *     else UTC
 * @param rowWithMeta says that rows are objects
 * @param timing says that successful answers carry {@code timing}
 */
record RestParameters(
    Optional<ZoneId> connectionZone, ZoneId rendering, boolean rowWithMeta, boolean timing) {
  private static final BigInteger MINIMUM = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAXIMUM = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * Checks {@code req_id}, which is read before the authorization.
   *
   * @throws RestFailure if it is no signed number of 64 bits
   */
  static void checkRequestId(QueryParameters query) throws RestFailure {
    String text = query.text("req_id");
    if (text.isEmpty()) {
      return;
    }
    if (!text.matches("[+-]?[0-9]+")) {
      throw notNumeric(text, "invalid syntax");
    }
    BigInteger number = new BigInteger(text);
    if (number.compareTo(MINIMUM) < 0 || number.compareTo(MAXIMUM) > 0) {
      throw notNumeric(text, "value out of range");
    }
  }

  private static RestFailure notNumeric(String text, String reason) {
    return RestFailure.badRequest(
        RestFailure.ADAPTER,
        "illegal param, req_id must be numeric strconv.ParseInt: parsing \""
            + text
            + "\": "
            + reason);
  }

  /**
   * Reads the other parameters.
   *
   * @throws RestFailure for an unknown zone or a {@code row_with_meta} that is no truth value
   */
  static RestParameters read(QueryParameters query) throws RestFailure {
    Optional<String> connectionZone = query.get("conn_tz");
    Optional<ZoneId> reading = Optional.empty();
    ZoneId rendering = ZoneOffset.UTC;
    if (connectionZone.isPresent()) {
      rendering = zone(connectionZone.get());
      reading = connectionZone.get().isEmpty() ? Optional.empty() : Optional.of(rendering);
    } else if (query.get("tz").isPresent()) {
      rendering = zone(query.text("tz"));
    }
    return new RestParameters(
        reading, rendering, truth(query.text("row_with_meta")), isTrue(query.text("timing")));
  }

  private static boolean isTrue(String text) {
    return text.equals("true");
  }

  private static ZoneId zone(String name) throws RestFailure {
    return ConnectionZone.ofLocation(name)
        .orElseThrow(
            () -> RestFailure.badRequest(RestFailure.ADAPTER, "unknown time zone " + name));
  }

  private static boolean truth(String text) throws RestFailure {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "", "0", "f", "F", "false", "FALSE", "False" -> false;
      default ->
          throw RestFailure.badRequest(
              RestFailure.ADAPTER,
              "illegal param, row_with_meta must be boolean strconv.ParseBool: parsing \""
                  + text
                  + "\": invalid syntax");
    };
  }
}
