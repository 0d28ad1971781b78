package dev.tck.embedded.server;

import dev.tck.embedded.server.exchange.ChannelWork;
import dev.tck.embedded.server.exchange.Outgoing;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.exchange.Step;
import dev.tck.embedded.server.rest.HeaderNames;
import dev.tck.embedded.server.rest.HttpExchange;
import dev.tck.embedded.server.rest.InfluxExchange;
import dev.tck.embedded.server.rest.LoginExchange;
import dev.tck.embedded.server.rest.QueryParameters;
import dev.tck.embedded.server.rest.RestAnswers;
import dev.tck.embedded.server.rest.RestRequest;
import dev.tck.embedded.server.rest.SqlExchange;
import dev.tck.embedded.server.rest.TelnetExchange;
import dev.tck.embedded.server.rest.VgroupExchange;
import dev.tck.embedded.server.websocket.Endpoint;
import dev.tck.embedded.server.websocket.SocketUpgrade;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a request is for, and queues its answer (protocol notes, {@code rest.md} §1).
 *
 * <p>A path with a slash too many is redirected; a path or method that does not exist is 404, never
 * 405, as taosAdapter does.
 */
final class HttpRouter extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final SqlService service;
  private final ServerOptions options;
  private final ChannelWork work;

  HttpRouter(SqlService service, ServerOptions options, ChannelWork work) {
    this.service = service;
    this.options = options;
    this.work = work;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    HttpExchange exchange = new HttpExchange(context.channel(), request, options.nanoTime());
    if (!request.decoderResult().isSuccess()) {
      refuse(context, "400 Bad Request");
    } else if (request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && !request.headers().contains(HttpHeaderNames.HOST)) {
      refuse(context, "400 Bad Request: missing required Host header");
    } else if (isPreflight(request)) {
      answer(exchange, preflight());
    } else {
      String uri = request.uri();
      int question = uri.indexOf('?');
      String path = decoded(question < 0 ? uri : uri.substring(0, question));
      String query = question < 0 ? "" : uri.substring(question + 1);
      route(context, exchange, request, path, new QueryParameters(query));
    }
  }

  private void route(
      ChannelHandlerContext context,
      HttpExchange exchange,
      FullHttpRequest request,
      String path,
      QueryParameters query) {
    List<String> parts = List.of(path.substring(1).split("/", -1));
    Optional<Route> found = Route.of(request.method().name(), parts);
    if (found.isEmpty()) {
      answer(exchange, withoutSlash(request, path).orElseGet(RestAnswers::notFound));
    } else if (found.get().endpoint().isPresent()) {
      upgrade(context, exchange, request, found.get().endpoint().get());
    } else {
      work.submit(step(found.get(), exchange, request, parts, query));
    }
  }

  private Step step(
      Route route,
      HttpExchange exchange,
      FullHttpRequest request,
      List<String> parts,
      QueryParameters query) {
    return switch (route) {
      case SQL -> new SqlExchange(exchange, service, read(request, query, Optional.empty()));
      case SQL_IN_DATABASE ->
          new SqlExchange(exchange, service, read(request, query, Optional.of(parts.get(2))));
      case VGROUPS ->
          new VgroupExchange(exchange, service, read(request, query, Optional.of(parts.get(2))));
      case LOGIN -> new LoginExchange(exchange, service, query, parts.get(2), parts.get(3));
      case PING -> answered(exchange, RestAnswers.empty(200));
      case UPLOAD -> answered(exchange, Refusals.upload());
      case INFLUX -> new InfluxExchange(exchange, service, read(request, query, Optional.empty()));
      case OPENTSDB_TELNET ->
          new TelnetExchange(exchange, service, read(request, query, Optional.of(parts.get(4))));
      case OPENTSDB_JSON -> answered(exchange, Refusals.openTsdb());
      case SOCKET, SOCKET_QUERY, SOCKET_SUBSCRIPTION, SOCKET_STATEMENT, SOCKET_SCHEMALESS ->
          throw new IllegalStateException(route + " is no plain request");
    };
  }

  private RestRequest read(
      FullHttpRequest request, QueryParameters query, Optional<String> database) {
    return new RestRequest(
        query,
        request.headers().get(HttpHeaderNames.AUTHORIZATION),
        database,
        ByteBufUtil.getBytes(request.content()),
        HttpHeaderValues.GZIP.contentEqualsIgnoreCase(
            request.headers().get(HttpHeaderNames.CONTENT_ENCODING, "")),
        options.maximumMessageBytes());
  }

  private void answer(HttpExchange exchange, FullHttpResponse response) {
    work.submit(answered(exchange, response));
  }

  private static Step answered(HttpExchange exchange, FullHttpResponse response) {
    return new Step() {
      @Override
      public boolean advance() {
        exchange.send(response);
        return false;
      }

      @Override
      public void abandon() {
        response.release();
      }
    };
  }

  private void upgrade(
      ChannelHandlerContext context,
      HttpExchange exchange,
      FullHttpRequest request,
      Endpoint endpoint) {
    if (!SocketUpgrade.isAskedFor(request)) {
      FullHttpResponse response = RestAnswers.plain(400, "Bad Request\n");
      response.headers().set(HeaderNames.SEC_WEBSOCKET_VERSION, "13");
      answer(exchange, response);
      return;
    }
    new SocketUpgrade(service, work, options.nanoTime(), options.maximumMessageBytes())
        .perform(context, request, endpoint);
  }

  private static boolean isPreflight(FullHttpRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.headers().contains(HttpHeaderNames.ORIGIN);
  }

  private static FullHttpResponse preflight() {
    FullHttpResponse response = RestAnswers.empty(204);
    HttpHeaders headers = response.headers();
    headers.remove(HeaderNames.CONTENT_LENGTH);
    headers.set(HeaderNames.ALLOW_HEADERS, "Origin,Content-Length,Content-Type,Authorization");
    headers.set(HeaderNames.ALLOW_METHODS, "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS");
    headers.set(HeaderNames.MAX_AGE, "43200");
    return response;
  }

  private static Optional<FullHttpResponse> withoutSlash(FullHttpRequest request, String path) {
    if (path.length() < 2 || !path.endsWith("/")) {
      return Optional.empty();
    }
    String shorter = path.substring(0, path.length() - 1);
    List<String> parts = List.of(shorter.substring(1).split("/", -1));
    String method = request.method().name();
    if (Route.of(method, parts).isEmpty()) {
      return Optional.empty();
    }
    FullHttpResponse response = RestAnswers.empty(method.equals("GET") ? 301 : 307);
    response.headers().set(HeaderNames.LOCATION, shorter);
    return Optional.of(response);
  }

  private static String decoded(String path) {
    try {
      return QueryStringDecoder.decodeComponent(path.replace("+", "%2B"));
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  // What cannot be read as HTTP cannot be answered in order either.
  private static void refuse(ChannelHandlerContext context, String reason) {
    FullHttpResponse response = RestAnswers.plain(400, reason);
    response.headers().set(HeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    Outgoing.sendAndClose(context.channel(), response);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof DecoderException) {
      FullHttpResponse response = RestAnswers.empty(400);
      response.headers().set(HeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      Outgoing.sendAndClose(context.channel(), response);
    } else {
      Outgoing.close(context.channel());
    }
  }
}
