package dev.tck.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tck.adapter.process.AdapterCommand;
import dev.tck.adapter.process.AdapterProcess;
import dev.tck.adapter.process.AdapterSettings;
import dev.tck.adapter.process.ProcessStarter;
import dev.tck.provision.CommandLine;
import dev.tck.provision.ConnectorDefinitions;
import dev.tck.provision.Host;
import dev.tck.provision.ProvisionProgress;
import dev.tck.provision.Provisioner;
import dev.tck.provision.SystemTools;
import dev.tck.results.Blame;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs a scenario with connectors that lie, crash and hang: a run must tell them apart. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeededConnectorRunTests {
  private static final Path CONNECTORS = Path.of("src/test/resources/connectors");
  private static final Path SDK = Path.of("../connectors-under-test/sdk");
  private static final Host HOST =
      Host.of(System.getProperty("os.arch"), System.getProperty("os.name"));

  @TempDir private Path folder;

  @Test
  void tellsLiarCrasherAndHangerApart() throws Exception {
    SystemTools tools = new SystemTools(System.getenv(), HOST);
    assumeTrue(
        tools.find("python3").isPresent() || tools.find("python").isPresent(),
        "the seeded connectors need Python, which is not on PATH");
    try (RunFixture run = new RunFixture(folder)) {
      run.serverHas(1).jobs(2).deadline(Duration.ofSeconds(5));
      for (String id : new String[] {"plain-rest", "liar", "crasher", "hanger"}) {
        run.cell(id, start(id, tools), RunFixture.READS_ONE);
      }
      run.run();
      assertThat(run.outcomes()).hasSize(4);
      assertOutcome(run, "plain-rest", Status.PASS, null);
      assertOutcome(run, "liar", Status.FAIL, Blame.CONNECTOR);
      assertOutcome(run, "crasher", Status.CRASH, Blame.CONNECTOR);
      assertOutcome(run, "hanger", Status.HUNG, Blame.CONNECTOR);
      assertThat(run.evidence(outcome(run, "crasher"))).contains("crasher: segfault");
      assertThat(run.evidence(outcome(run, "hanger"))).contains("in hang");
      assertThat(run.faults()).isEmpty();
    }
  }

  private static Event.Outcome outcome(RunFixture run, String connector) {
    return run.outcomes().stream()
        .filter(outcome -> outcome.connector().equals(connector))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no outcome of " + connector));
  }

  private static void assertOutcome(
      RunFixture run, String connector, Status status, @Nullable Blame blame) {
    Event.Outcome outcome = outcome(run, connector);
    assertThat(outcome.status()).as(outcome.toString()).isEqualTo(status);
    assertThat(outcome.blame()).as(outcome.toString()).isEqualTo(blame);
  }

  private AdapterProcess start(String id, SystemTools tools) throws Exception {
    Provisioner provisioner =
        new Provisioner(
            folder.resolve("cache"),
            SDK,
            Path.of(System.getProperty("java.home")),
            System.getProperty("java.version"),
            HOST,
            tools,
            ProvisionProgress.silent());
    CommandLine line =
        provisioner
            .provision(ConnectorDefinitions.load(CONNECTORS.resolve(id)), "1.0.0", null)
            .commandLine();
    return AdapterProcess.start(
        id,
        new AdapterCommand(line.command(), line.environment(), line.directory()),
        AdapterSettings.defaults()
            .withStrict(true)
            .withGrace(Duration.ofMillis(200), Duration.ofSeconds(10)),
        ProcessStarter.real());
  }
}
