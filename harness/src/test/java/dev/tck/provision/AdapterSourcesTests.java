package dev.tck.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the adapters in Java, which need no driver for it: they know JDBC only. */
class AdapterSourcesTests {
  private static final Path CONNECTORS = Path.of("..", "connectors-under-test");

  @TempDir Path folder;

  @Test
  void compileForJava8() throws Exception {
    Path log = Files.createFile(folder.resolve("log"));
    List<Path> classpath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    JavaSources.compile(
        List.of(CONNECTORS.resolve("taos-jdbcdriver/src"), CONNECTORS.resolve("sdk/java/src/main")),
        classpath,
        folder.resolve("classes"),
        8,
        log);
    assertThat(folder.resolve("classes/dev/tck/adapter/taosjdbc/TaosJdbcAdapter.class")).exists();
  }
}
