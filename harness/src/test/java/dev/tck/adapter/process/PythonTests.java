package dev.tck.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tck.provision.Host;
import dev.tck.provision.SystemTools;
import dev.tck.provision.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the tests that are written in Python, so that one command runs them all. */
class PythonTests {
  private static final Host HOST =
      Host.of(System.getProperty("os.arch"), System.getProperty("os.name"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"sdk/python, tests", "taos-ws-py, ."})
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void pass(String connectorFolder, String tests) throws Exception {
    SystemTools tools = new SystemTools(System.getenv(), HOST);
    Optional<Path> python = tools.find("python3").or(() -> tools.find("python"));
    assumeTrue(python.isPresent(), "these tests need Python, which is not on PATH");
    Path log = Files.createFile(folder.resolve("log"));
    Tools.Output output =
        tools.run(
            List.of(python.orElseThrow().toString(), "-m", "unittest", "discover", "-s", tests),
            Map.of("PYTHONDONTWRITEBYTECODE", "1"),
            Path.of("..", "connectors-under-test", connectorFolder),
            log);
    assertThat(output.exitCode()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).containsPattern("Ran [1-9][0-9]* tests?");
  }
}
