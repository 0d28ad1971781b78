package dev.tck.embedded.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An exchange that was recorded on a real server.
 *
 * @param databaseOptions is empty if the case has no database
 * @param sql is empty for schemaless posts
 * @param blocks are the result blocks of a query
 */
record Recording(
    String caseName,
    int step,
    Optional<String> databaseOptions,
    Optional<String> sql,
    JsonNode answer,
    List<byte[]> blocks) {

  static List<Recording> readAll() {
    InputStream stream =
        Objects.requireNonNull(
            Recording.class.getResourceAsStream("/recordings/rest-3.3.6.6.ndjson"));
    List<Recording> recordings = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        recordings.add(read(BlockCells.parse(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return recordings;
  }

  private static Recording read(JsonNode line) {
    List<byte[]> blocks = new ArrayList<>();
    line.path("blocks").forEach(block -> blocks.add(HexFormat.of().parseHex(block.textValue())));
    boolean sql = line.path("kind").textValue().equals("sql");
    JsonNode options = line.path("db_options");
    return new Recording(
        line.path("case").textValue(),
        line.path("step").intValue(),
        options.isNull() ? Optional.empty() : Optional.of(options.textValue()),
        sql ? Optional.of(line.path("sql").textValue()) : Optional.empty(),
        sql ? BlockCells.parse(line.path("answer").textValue()) : line,
        blocks);
  }

  String name() {
    return caseName + ":" + step;
  }
}
