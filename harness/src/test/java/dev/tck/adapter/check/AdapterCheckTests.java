package dev.tck.adapter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.adapter.Requests;
import dev.tck.adapter.check.Finding.Verdict;
import dev.tck.adapter.process.AdapterSettings;
import dev.tck.adapter.process.FakeCommand;
import dev.tck.adapter.process.ProcessStarter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdapterCheckTests {
  private static final Requests.Endpoint ENDPOINT =
      new Requests.Endpoint("rest", "localhost", 6041, "root", "taosdata");

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leavesNoProcess() {
    assertThat(started).allSatisfy(process -> process.onExit().get(1, TimeUnit.MINUTES));
  }

  @Test
  void findsNothingWrongWithAGoodAdapter() throws Exception {
    List<Finding> findings = check(ENDPOINT);
    assertThat(findings).extracting(Finding::detail).containsOnly("");
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    assertThat(findings)
        .extracting(Finding::id)
        .startsWith("hello", "unknown-operation")
        .contains("concurrency", "pages")
        .endsWith("bye", "end-of-input");
  }

  @Test
  void leavesOutWhatNeedsAServer() throws Exception {
    List<Finding> findings = check(null);
    assertThat(findings)
        .filteredOn(finding -> finding.verdict() == Verdict.SKIPPED)
        .extracting(Finding::id)
        .contains("connect", "error", "reset-closes");
    assertThat(findings).noneMatch(finding -> finding.verdict() == Verdict.FAIL);
  }

  @Test
  void findsAnAdapterThatPrintsToStandardOutput() throws Exception {
    assertThat(check(null, "stdout", "Welcome!"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("hello");
              assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(finding.detail()).contains("`Welcome!`");
            });
  }

  @Test
  void findsAnAdapterThatDies() throws Exception {
    assertThat(check(null, "dies"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.detail()).contains("exit code 3", "libfake.so"));
  }

  @Test
  void endsAnAdapterWhoseConnectorDoesNotEnd() throws Exception {
    assertThat(check(null, "lingers"))
        .filteredOn(finding -> finding.verdict() == Verdict.FAIL)
        .isEmpty();
  }

  private List<Finding> check(Requests.@Nullable Endpoint endpoint, String... arguments)
      throws InterruptedException {
    ProcessStarter starter =
        builder -> {
          Process process = builder.start();
          started.add(process);
          return process;
        };
    AdapterSettings settings =
        AdapterSettings.defaults()
            .withStartDeadline(Duration.ofSeconds(60))
            .withGrace(Duration.ofSeconds(30), Duration.ofSeconds(10));
    return new AdapterCheck(FakeCommand.of(arguments), settings, starter).run(endpoint);
  }
}
