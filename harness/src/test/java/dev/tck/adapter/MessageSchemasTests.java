package dev.tck.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.values.ValueJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSchemasTests {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private final MessageSchemas schemas = new MessageSchemas();

  @Test
  void areSchemasThemselves() {
    var metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (String name : MessageSchemas.names()) {
      assertThat(metaSchema.validate(MessageSchemas.text(name), InputFormat.JSON))
          .as(name)
          .isEmpty();
    }
  }

  static Stream<Request> requests() {
    Requests requests = new Requests(Duration.ofSeconds(1)).onThread("t");
    ObjectNode params = JSON.createObjectNode().put("sql", "select 1");
    Requests.Endpoint endpoint =
        new Requests.Endpoint(
            "rest", "h", 6041, "u", "p", "d", "UTC", Map.of("httpConnectTimeout", "5"));
    return Stream.of(
        requests.hello(),
        requests.connect("c", endpoint),
        requests.connect("c", new Requests.Endpoint("native", "h", 6030, "u", "p")),
        requests.close("c"),
        requests.execute("c", "select 1"),
        requests.query("c", "r", "select 1"),
        requests.query("c", "r", "select 1", 10),
        requests.next("r"),
        requests.probe(List.of("fds", "threads", "memory", "stacks")),
        requests.bench("c", "fetch", params, Duration.ZERO, Duration.ofMillis(1)),
        requests.reset(),
        requests.bye(),
        requests.request(Op.SUBSCRIBE, "c", "s", params));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void acceptEveryRequestThatTheHarnessMakes(Request request) {
    assertThat(schemas.wrongRequest(request.op(), request.toJson())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void rejectEveryRequestWithoutSeq(Request request) {
    ObjectNode message = request.toJson();
    message.remove("seq");
    assertThat(schemas.wrongRequest(request.op(), message)).get().asString().contains("'seq'");
  }

  static Stream<Value> values() {
    return Stream.of(
        Value.NULL,
        new Value.Bool(true),
        Value.Int.of(Value.IntegerKind.I8, -128),
        Value.Int.of(Value.IntegerKind.U16, 65_535),
        Value.Int.of(Value.IntegerKind.I64, Long.MIN_VALUE),
        new Value.Int(Value.IntegerKind.U64, new BigInteger("18446744073709551615")),
        new Value.F32(0.1f),
        new Value.F64(-0.0),
        new Value.F64(Double.MAX_VALUE),
        new Value.F64(Double.MIN_VALUE),
        new Value.F64(Double.NEGATIVE_INFINITY),
        new Value.F32(Float.NaN),
        new Value.Timestamp(-1, Precision.NANOSECONDS),
        new Value.Text(false, "a\u0000中😀"),
        new Value.Text(true, ""),
        new Value.Bytes(Value.BytesKind.GEO, "00ff"),
        new Value.Json("{}"),
        new Value.Decimal(new BigDecimal("-123.4500"), 10, 4));
  }

  @ParameterizedTest
  @MethodSource("values")
  void acceptEveryValue(Value value) {
    assertThat(schemas.wrongReply(Op.NEXT, page(ValueJson.toJson(value)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "\"x\"",
        "{}",
        "{\"i8\":128}",
        "{\"i8\":\"1\"}",
        "{\"u8\":-1}",
        "{\"i64\":1}",
        "{\"i64\":\"0x1\"}",
        "{\"u64\":\"-1\"}",
        "{\"f64\":1.5}",
        "{\"f64\":\"nan\"}",
        "{\"ts\":\"2024-01-01\"}",
        "{\"ts\":{\"v\":1,\"p\":\"ms\"}}",
        "{\"ts\":{\"v\":\"1\",\"p\":\"s\"}}",
        "{\"bin\":\"FF\"}",
        "{\"bin\":\"0\"}",
        "{\"b\":1}",
        "{\"date\":\"2024-01-01\"}",
        "{\"i8\":1,\"i16\":1}",
        "{\"dec\":{\"v\":\"1\"}}"
      })
  void rejectWhatIsNoValue(String text) throws IOException {
    assertThat(schemas.wrongReply(Op.NEXT, page(JSON.readTree(text))))
        .get()
        .asString()
        .contains("/ok/rows/0/0");
  }

  @Test
  void holdRepliesAgainstTheirOperation() throws IOException {
    JsonNode affected = JSON.readTree("{\"seq\":1,\"ok\":{\"affected\":3}}");
    assertThat(schemas.wrongReply(Op.EXECUTE, affected)).isEmpty();
    assertThat(schemas.wrongReply(Op.QUERY, affected)).isEmpty();
    assertThat(schemas.wrongReply(Op.CLOSE, affected)).isPresent();
    assertThat(schemas.wrongReply(Op.NEXT, affected)).get().asString().contains("rows");
    JsonNode fault = JSON.readTree("{\"seq\":1,\"fault\":{\"message\":\"m\",\"trace\":\"\"}}");
    assertThat(schemas.wrongReply(Op.CLOSE, fault)).isEmpty();
  }

  // docs/adapters.md shows a request and its reply as `> {...}` and `< {...}`.
  @Test
  void acceptTheExamplesOfTheDocumentation() throws IOException {
    Matcher example =
        Pattern.compile("(?m)^([<>]) (\\{.*})$")
            .matcher(Files.readString(Path.of("..", "docs", "adapters.md")));
    Op op = Op.HELLO;
    int examples = 0;
    while (example.find()) {
      JsonNode message = JSON.readTree(example.group(2));
      if (example.group(1).equals(">")) {
        op = Op.ofText(message.path("op").asText()).orElseThrow();
        assertThat(schemas.wrongRequest(op, message)).as(example.group()).isEmpty();
      } else {
        assertThat(schemas.wrongReply(op, message)).as(example.group()).isEmpty();
      }
      examples++;
    }
    assertThat(examples).isGreaterThanOrEqualTo(2 * MessageSchemas.SPECIFIED.size());
  }

  private static ObjectNode page(JsonNode value) {
    ObjectNode reply = JSON.createObjectNode().put("seq", 1);
    ObjectNode page = reply.putObject("ok");
    page.putArray("rows").addArray().add(value);
    page.put("more", false);
    return reply;
  }
}
