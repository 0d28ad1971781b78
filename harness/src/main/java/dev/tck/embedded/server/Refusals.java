package dev.tck.embedded.server;

import dev.tck.embedded.server.rest.RestAnswers;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Refuses what taosAdapter offers over HTTP and this server does not, in each route's own shape.
 */
final class Refusals {
  private static final String SUFFIX = " is not supported by the embedded server";

  private Refusals() {}

  static FullHttpResponse upload() {
    return json("{\"code\":65535,\"desc\":\"upload" + SUFFIX + "\"}");
  }

  static FullHttpResponse openTsdb() {
    return json("{\"code\":500,\"message\":\"[0xffff] OpenTSDB JSON" + SUFFIX + "\"}");
  }

  private static FullHttpResponse json(String body) {
    return RestAnswers.json(500, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
  }
}
