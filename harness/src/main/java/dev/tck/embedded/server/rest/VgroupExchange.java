package dev.tck.embedded.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.exchange.Step;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.values.TaosType;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.TaosdToken.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers {@code POST /rest/sql/{db}/vgid} with the vgroups of tables.
 *
 * <p>taosAdapter computes a vgroup even for a table that does not exist; this server says that it
 * does not exist (9731).
 */
public final class VgroupExchange implements Step {
  private static final int TABLE_NOT_EXIST = 9731;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final HttpExchange exchange;
  private final SqlService service;
  private final RestRequest request;

  /** Creates the answer to a request. */
  public VgroupExchange(HttpExchange exchange, SqlService service, RestRequest request) {
    this.exchange = exchange;
    this.service = service;
    this.request = request;
  }

  @Override
  public boolean advance() {
    try {
      Credentials credentials = request.credentials();
      List<String> tables = tables();
      try (Session session = service.login(credentials.user(), credentials.password())) {
        String database = request.database().orElse("");
        session.use(database);
        List<Integer> vgroups = new ArrayList<>();
        for (String table : tables) {
          vgroups.add(vgroup(session, database, table));
        }
        send(vgroups);
      }
    } catch (RestFailure e) {
      exchange.sendError(e.status(), e.code(), e.description());
    } catch (MalformedBody e) {
      exchange.send(RestAnswers.empty(400));
    } catch (TaosException e) {
      exchange.sendError(200, e.code(), String.valueOf(e.getMessage()));
    }
    return false;
  }

  private List<String> tables() throws RestFailure, MalformedBody {
    byte[] body = request.body();
    if (body.length == 0) {
      throw RestFailure.badRequest(RestFailure.ADAPTER, "EOF");
    }
    try {
      String[] tables = JSON.readValue(body, String[].class);
      if (tables == null || tables.length == 0) {
        throw RestFailure.badRequest(RestFailure.ADAPTER, "illegal params");
      }
      return List.of(tables);
    } catch (JsonProcessingException e) {
      throw RestFailure.badRequest(RestFailure.ADAPTER, e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int vgroup(Session session, String database, String table) throws TaosException {
    StatementResult result =
        session.execute(
            "select vgroup_id from information_schema.ins_tables where db_name = "
                + literal(database)
                + " and table_name = "
                + literal(table));
    if (result instanceof StatementResult.Rows rows) {
      try (rows) {
        byte[] bytes = rows.nextBlock();
        if (bytes != null) {
          ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
          if (block.rows() > 0 && block.type(0) == TaosType.INT && !block.isNull(0, 0)) {
            return block.intAt(0, 0);
          }
        }
      }
    }
    throw new TaosException(TABLE_NOT_EXIST, "Table does not exist");
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void send(List<Integer> vgroups) {
    ByteText text = new ByteText(exchange.channel().alloc(), 64);
    text.append("{\"code\":0,\"vgIDs\":[");
    for (int index = 0; index < vgroups.size(); index++) {
      text.append(index == 0 ? "" : ",").appendLong(vgroups.get(index));
    }
    exchange.send(RestAnswers.json(200, text.append("]}").takeLast()));
  }
}
