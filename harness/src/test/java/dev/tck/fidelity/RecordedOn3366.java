package dev.tck.fidelity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The recordings of TDengine 3.3.6.6 that the tests stand on. */
final class RecordedOn3366 {
  private RecordedOn3366() {}

  static Recording recording() throws IOException {
    return read("/recordings/rest-3.3.6.6.ndjson");
  }

  /** Returns the recording of statements in depth. */
  static Recording statements() throws IOException {
    return read("/recordings/sql-3.3.6.6.ndjson");
  }

  private static Recording read(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            RecordedOn3366.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      return new RecordingFile().read(reader, name);
    }
  }

  static RecordedCase recordedCase(String name) throws IOException {
    return recording().cases().stream()
        .filter(recorded -> recorded.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
