package dev.tck.targets.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;

/** Writes the Dockerfile of the embedded server. */
final class Dockerfile {
  // Not root, and nobody whom the machine below knows.
  private static final String USER = "10001:10001";

  private Dockerfile() {}

  static String text(List<String> command, List<String> defaults) {
    List<String> java =
        List.of(
            RootFolder.JAVA + "/bin/java",
            "-XX:MaxRAMPercentage=75",
            "-Dfile.encoding=UTF-8",
            "-cp",
            RootFolder.CLASSES + "/*:" + RootFolder.CLASSES);
    return """
        FROM scratch
        COPY root/ /
        COPY --chown=%1$s tmp/ /tmp/
        LABEL org.opencontainers.image.title="Embedded TDengine-compatible server of the TDengine Connector TCK"
        LABEL org.opencontainers.image.description="For tests. It is not TDengine. REST and WebSocket, nothing is kept."
        ENV LANG=C.UTF-8
        USER %1$s
        EXPOSE 6041
        STOPSIGNAL SIGTERM
        ENTRYPOINT %2$s
        CMD %3$s
        """
        .formatted(
            USER, json(Stream.concat(java.stream(), command.stream()).toList()), json(defaults));
  }

  private static String json(List<String> words) {
    try {
      return JsonMapper.builder().build().writeValueAsString(words);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
