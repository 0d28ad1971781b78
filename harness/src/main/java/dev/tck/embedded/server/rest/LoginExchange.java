package dev.tck.embedded.server.rest;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.exchange.Step;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.wire.TaosdToken;
import java.nio.charset.StandardCharsets;

/** Answers {@code GET /rest/login/{user}/{password}} with a token. */
public final class LoginExchange implements Step {
  private static final int LONGEST_USER = 24;

  private final HttpExchange exchange;
  private final SqlService service;
  private final QueryParameters query;
  private final String user;
  private final String password;

  /** Creates the answer to a login. */
  public LoginExchange(
      HttpExchange exchange,
      SqlService service,
      QueryParameters query,
      String user,
      String password) {
    this.exchange = exchange;
    this.service = service;
    this.query = query;
    this.user = user;
    this.password = password;
  }

  @Override
  public boolean advance() {
    try {
      RestParameters.checkRequestId(query);
      checkLength();
      service.login(user, password).close();
      ByteText text = new ByteText(exchange.channel().alloc(), 128);
      text.append("{\"code\":0,\"desc\":").appendHtmlSafe(TaosdToken.encode(user, password));
      exchange.send(RestAnswers.json(200, text.append('}').takeLast()));
    } catch (RestFailure e) {
      exchange.sendError(e.status(), e.code(), e.description());
    } catch (TaosException e) {
      exchange.sendError(401, 3, "Authentication failure");
    }
    return false;
  }

  private void checkLength() throws RestFailure {
    int length = user.getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > LONGEST_USER || password.isEmpty()) {
      throw RestFailure.badRequest(4362, "generate taosd token error");
    }
  }
}
