package dev.tck.reporting.formats;

import dev.tck.reporting.tables.Report;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a report in one format. */
public interface ReportFormat {
  /**
   * Writes the report.
   *
   * @param report is what to write
   * @param out is the report's folder, which exists and also holds the evidence
   * @throws IOException if a file cannot be written
   */
  void write(Report report, Path out) throws IOException;
}
