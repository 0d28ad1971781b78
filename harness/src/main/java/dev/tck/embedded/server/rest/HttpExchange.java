package dev.tck.embedded.server.rest;

import dev.tck.embedded.server.exchange.Outgoing;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.function.LongSupplier;

/**
 * Answers one HTTP request: keeps or closes the connection, and adds the headers that taosAdapter
 * adds to every answer.
 */
public final class HttpExchange {
  private final Channel channel;
  private final HttpVersion version;
  private final boolean keepAlive;
  private final boolean mayCompress;
  private final boolean hasOrigin;
  private final LongSupplier nanoTime;
  private final long started;

  /** Notes what the answer to a request depends on. */
  public HttpExchange(Channel channel, HttpRequest request, LongSupplier nanoTime) {
    this.channel = channel;
    this.version = request.protocolVersion();
    this.keepAlive = HttpUtil.isKeepAlive(request);
    this.mayCompress = request.headers().get(HttpHeaderNames.ACCEPT_ENCODING, "").contains("gzip");
    this.hasOrigin = request.headers().contains(HttpHeaderNames.ORIGIN);
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  /** Returns the channel. */
  Channel channel() {
    return channel;
  }

  /** Returns the nanoseconds since the request came. */
  long elapsedNanos() {
    return nanoTime.getAsLong() - started;
  }

  /** Answers with a body of known length. */
  public void send(FullHttpResponse response) {
    response.setProtocolVersion(version);
    addHeaders(response.headers());
    finish(response);
  }

  /** Answers with an error of TDengine or of the adapter. */
  void sendError(int status, int code, String description) {
    send(RestAnswers.error(channel.alloc(), status, code, description, elapsedNanos()));
  }

  /** Begins an answer whose length is not known yet. */
  void begin() {
    HttpResponse response = new DefaultHttpResponse(version, HttpResponseStatus.OK);
    response.headers().set(HeaderNames.CONTENT_TYPE, RestAnswers.JSON);
    if (isChunked()) {
      response.headers().set(HeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    addHeaders(response.headers());
    Outgoing.queue(channel, response);
  }

  private boolean isChunked() {
    return version.isKeepAliveDefault();
  }

  /** Sends a part of the answer. */
  void sendPart(ByteBuf part) {
    Outgoing.send(channel, new DefaultHttpContent(part));
  }

  /** Sends the last part of the answer. */
  void sendLast(ByteBuf part) {
    finish(new DefaultLastHttpContent(part));
  }

  /** Breaks the answer off, so that no client takes it for whole. */
  void breakOff() {
    Outgoing.close(channel);
  }

  private void finish(Object last) {
    if (keepAlive && isChunked()) {
      Outgoing.send(channel, last);
    } else {
      Outgoing.sendAndClose(channel, last);
    }
  }

  private void addHeaders(HttpHeaders headers) {
    if (!keepAlive && isChunked()) {
      headers.set(HeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    if (mayCompress) {
      headers.set(HeaderNames.VARY, "Accept-Encoding");
    }
    if (hasOrigin) {
      headers.set(HeaderNames.ALLOW_ORIGIN, "*");
      if (!headers.contains(HeaderNames.ALLOW_METHODS)) {
        headers.set(HeaderNames.EXPOSE_HEADERS, "Authorization");
      }
    }
  }
}
