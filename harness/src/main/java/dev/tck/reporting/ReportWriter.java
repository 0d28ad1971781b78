package dev.tck.reporting;

import dev.tck.matrix.Matrix;
import dev.tck.reporting.formats.AllureResults;
import dev.tck.reporting.formats.JunitXml;
import dev.tck.reporting.formats.MarkdownTables;
import dev.tck.reporting.formats.ReportFormat;
import dev.tck.reporting.formats.SupportJson;
import dev.tck.reporting.html.IndexHtml;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a report in every format. */
public final class ReportWriter {
  private final List<ReportFormat> formats;

  /** Creates a writer of all formats. */
  public ReportWriter() {
    this(
        List.of(
            new IndexHtml(),
            new MarkdownTables(),
            new SupportJson(),
            new JunitXml(),
            new AllureResults()));
  }

  /** Creates a writer of some formats. */
  public ReportWriter(List<ReportFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /**
   * Computes a report and writes it.
   *
   * @param events are those of one file of results or of many, one after another
   * @param out is the report's folder; it is created, and may hold the evidence already
   * @return the report, for the terminal and the exit code
   * @throws IOException if a file cannot be written
   */
  public Report write(List<Event> events, Matrix matrix, ScenarioIndex scenarios, Path out)
      throws IOException {
    Report report = Report.of(events, matrix, scenarios);
    write(report, out);
    return report;
  }

  /**
   * Writes a report.
   *
   * @param out is the report's folder; it is created, and may hold the evidence already
   * @throws IOException if a file cannot be written
   */
  public void write(Report report, Path out) throws IOException {
    Files.createDirectories(out);
    for (ReportFormat format : formats) {
      format.write(report, out);
    }
  }
}
