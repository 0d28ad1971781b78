package dev.tck.reporting.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportJsonTests {
  private final Matrix matrix = TestMatrix.load();

  @TempDir Path out;

  SupportJsonTests() throws IOException {}

  @Test
  void isWhatItsSchemaDescribes() throws IOException {
    for (List<Event> events :
        List.of(
            SampleResults.embeddedRun(),
            SampleResults.realRun(true),
            SampleResults.hostileRun(),
            List.<Event>of(SampleResults.run(SampleResults.STARTED, false)))) {
      assertThat(schema().validate(write(events))).isEmpty();
    }
  }

  @Test
  void schemaRefusesWhatItDoesNotDescribe() throws IOException {
    JsonNode document = write(SampleResults.realRun(false));
    ((com.fasterxml.jackson.databind.node.ObjectNode) document.path("verdict")).put("exit", 2);
    assertThat(schema().validate(document)).hasSize(1);
  }

  @Test
  void tablesReferToTheCellsThatTheyAreMadeOf() throws IOException {
    JsonNode document = write(SampleResults.realRun(false));
    JsonNode cell = tableCell(document, "websocket/execute-sql/python");
    assertThat(cell.path("mark").path("id").asText()).isEqualTo("failing");
    assertThat(cell.path("mark").path("contradiction").asBoolean()).isTrue();
    assertThat(cell.path("claim").path("literal").asText()).isEqualTo("Supported");
    assertThat(cell.path("claim").path("line").asInt()).isEqualTo(76);
    JsonNode part = document.path("cells").get(cell.path("parts").get(0).path("cell").asInt());
    assertThat(part.path("connector").asText()).isEqualTo("taos-ws-py");
    JsonNode failing = part.path("features").get(1).path("failing").get(0);
    assertThat(failing.path("scenario").asText()).isEqualTo("SQL-001");
    assertThat(failing.path("status").asText()).isEqualTo("crash");
  }

  @Test
  void sharesOfTheEmbeddedServerAreNumbers() throws IOException {
    JsonNode document = write(SampleResults.embeddedRun());
    JsonNode mark = tableCell(document, "rest/execute-sql/python").path("mark");
    assertThat(mark.path("passed").asInt()).isEqualTo(18);
    assertThat(mark.path("of").asInt()).isEqualTo(20);
    assertThat(document.path("embeddedOnly").asBoolean()).isTrue();
    assertThat(document.path("claims").path("contradicted").asInt()).isZero();
  }

  @Test
  void sameResultsGiveTheSameBytes() throws IOException {
    write(SampleResults.realRun(false));
    byte[] first = Files.readAllBytes(out.resolve(SupportJson.FILE));
    write(SampleResults.realRun(false));
    assertThat(out.resolve(SupportJson.FILE)).hasBinaryContent(first);
  }

  private JsonNode write(List<Event> events) throws IOException {
    new SupportJson().write(Report.of(events, matrix, SampleResults.scenarios()), out);
    return new ObjectMapper().readTree(out.resolve(SupportJson.FILE).toFile());
  }

  private static JsonNode tableCell(JsonNode document, String id) {
    return StreamSupport.stream(document.path("tables").spliterator(), false)
        .flatMap(table -> StreamSupport.stream(table.path("rows").spliterator(), false))
        .flatMap(row -> StreamSupport.stream(row.path("cells").spliterator(), false))
        .filter(cell -> cell.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Schema schema() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            SupportJson.class.getResourceAsStream("/dev/tck/reporting/support.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new ObjectMapper().readTree(stream));
    }
  }
}
