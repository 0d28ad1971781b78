package dev.tck.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.doubles.ScriptedChannel;
import dev.tck.results.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EvidenceTests {
  @TempDir private Path folder;

  @Test
  void tellsEverythingThatHelpsToUnderstandAFailure() throws IOException {
    try (RunFixture run = new RunFixture(folder)) {
      run.serverHas(1).cell(request -> RunFixture.value(request, 2)).run();
      Event.Outcome outcome = run.onlyOutcome();
      assertThat(outcome.evidence()).isEqualTo("evidence/scripted-1.2.3-rest/SQL-001.txt");
      assertThat(run.evidence(outcome))
          .contains("SQL-001  reads one")
          .contains("scripted 1.2.3 (as loaded), Java 17")
          .contains("remote, TDengine 3.3.6.6")
          .contains("linux x64")
          .contains("fail, blame: connector")
          .contains("--connector scripted@1.2.3 --interface rest --scenario SQL-001")
          .contains("When querying\n      \"\"\"\n      select v from t\n")
          .contains("ok    columns (MUST)")
          .contains("FAIL  rows (MUST)\n        expected row 1, column 1: i32 1\n")
          .contains("\"sql\":\"select v from t\"")
          .contains("\"password\":\"***\"")
          .doesNotContain(RunFixture.PASSWORD);
    }
  }

  @Test
  void isKeptOfPassesToo() throws IOException {
    try (RunFixture run = new RunFixture(folder)) {
      run.keepingAll().cell(request -> RunFixture.value(request, 1)).run();
      assertThat(run.evidence(run.onlyOutcome())).contains("Status     pass");
    }
  }

  @Test
  void hasAFileForEachRowOfAnOutlineWhateverItsValues() throws IOException {
    try (RunFixture run = new RunFixture(folder)) {
      run.cell(
              "scripted",
              RunFixture.honest(request -> ScriptedChannel.affected(request, 2)),
              """
              Feature: f

                @SQL-001
                Scenario Outline: <text>
                  Given a connection
                  When executing
                    \"\"\"
                    insert <text>
                    \"\"\"
                  Then 1 row is affected

                  Examples:
                    | text |
                    | 数    |
                    | 文    |
                    | a b  |
                    | a;b  |
                    | A;B  |
              """)
          .run();
      assertThat(run.outcomes()).hasSize(5);
      assertThat(run.outcomes().stream().map(Event.Outcome::evidence).map(String::toLowerCase))
          .doesNotHaveDuplicates();
      for (Event.Outcome outcome : run.outcomes()) {
        assertThat(Files.readString(run.out().resolve(outcome.evidence())))
            .contains(outcome.scenario() + "  ");
        assertThat(outcome.evidence()).matches("[A-Za-z0-9._/-]+");
      }
    }
  }
}
