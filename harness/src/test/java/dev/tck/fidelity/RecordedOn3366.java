package dev.tck.fidelity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The recording of TDengine 3.3.6.6 that the tests stand on. */
final class RecordedOn3366 {
  private RecordedOn3366() {}

  static Recording recording() throws IOException {
    String name = "/recordings/rest-3.3.6.6.ndjson";
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
