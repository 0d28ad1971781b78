package dev.tck.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Finds recordings of real servers and official connectors among the test resources. */
final class Recordings {

  private Recordings() {}

  static List<String> lines(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(Recordings.class.getResourceAsStream("/recordings/" + name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
