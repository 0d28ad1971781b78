package dev.tck.embedded.server.rest;

import dev.tck.embedded.server.text.ByteText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Makes the answers that have a length: errors, tokens, plain texts. */
public final class RestAnswers {
  /** Says that a body is JSON, as taosAdapter does. */
  static final String JSON = "application/json; charset=utf-8";

  private RestAnswers() {}

  /** Returns the answer to a path that does not exist. */
  public static FullHttpResponse notFound() {
    return of(404, "text/plain", text("404 page not found"));
  }

  /** Returns an answer without body. */
  public static FullHttpResponse empty(int status) {
    return of(status, "", Unpooled.EMPTY_BUFFER);
  }

  /** Returns the answer that something was done and there is nothing to say. */
  static FullHttpResponse noContent() {
    FullHttpResponse response = empty(204);
    response.headers().remove(HeaderNames.CONTENT_LENGTH);
    return response;
  }

  /** Returns an answer with a text. */
  public static FullHttpResponse plain(int status, String body) {
    return of(status, "text/plain; charset=utf-8", text(body));
  }

  /** Returns an answer with JSON. */
  public static FullHttpResponse json(int status, ByteBuf body) {
    return of(status, JSON, body);
  }

  /** Returns an error; {@code timingNanos} is how long it took. */
  static FullHttpResponse error(
      ByteBufAllocator allocator, int status, int code, String description, long timingNanos) {
    ByteText text = new ByteText(allocator, 128);
    text.append("{\"code\":").appendLong(code);
    text.append(",\"desc\":").appendHtmlSafe(description).append(",\"timing\":");
    text.appendLong(timingNanos);
    return json(status, text.append('}').takeLast());
  }

  private static ByteBuf text(String body) {
    return Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
  }

  private static FullHttpResponse of(int status, String contentType, ByteBuf body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
    if (!contentType.isEmpty()) {
      response.headers().set(HeaderNames.CONTENT_TYPE, contentType);
    }
    response.headers().set(HeaderNames.CONTENT_LENGTH, body.readableBytes());
    return response;
  }
}
