package dev.tck.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Event;
import dev.tck.results.ResultsReader;
import dev.tck.results.ResultsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTests {
  @TempDir Path folder;

  @Test
  void writesEveryFileOfTheContract() throws IOException {
    Path out = folder.resolve("reports").resolve("out");
    Report report =
        new ReportWriter()
            .write(SampleResults.realRun(false), TestMatrix.load(), SampleResults.scenarios(), out);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(path -> String.valueOf(path.getFileName())))
          .containsExactlyInAnyOrder(
              "index.html", "tables.md", "support.json", "junit.xml", "allure-results");
    }
    assertThat(report.verdict().exit()).isEqualTo(1);
  }

  @Test
  void reportOfAFileIsTheReportOfItsEvents() throws IOException {
    Path results = folder.resolve("results.jsonl");
    try (ResultsWriter writer = new ResultsWriter(results)) {
      SampleResults.realRun(false).forEach(writer);
    }
    List<Event> read = new ResultsReader().read(results);
    Path direct = folder.resolve("direct");
    Path again = folder.resolve("again");
    new ReportWriter()
        .write(SampleResults.realRun(false), TestMatrix.load(), SampleResults.scenarios(), direct);
    new ReportWriter().write(read, TestMatrix.load(), SampleResults.scenarios(), again);
    for (String file : List.of("index.html", "tables.md", "support.json", "junit.xml")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(direct.resolve(file));
    }
  }
}
