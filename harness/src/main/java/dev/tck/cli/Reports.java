package dev.tck.cli;

import dev.tck.matrix.Version;
import dev.tck.matrix.VersionRange;
import dev.tck.reporting.formats.TerminalTables;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.tables.Report;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;

/** Hands scenarios and results over to the reports. */
final class Reports {

  private Reports() {}

  /** Returns the scenarios as reports know them. */
  static ScenarioIndex index(Suite suite) {
    return ScenarioIndex.of(suite.scenarios().stream().map(Reports::entry).toList());
  }

  private static ScenarioIndex.Entry entry(Scenario scenario) {
    return new ScenarioIndex.Entry(
        scenario.id(),
        scenario.title(),
        scenario.feature(),
        scenario.core(),
        scenario.interfaces(),
        new VersionRange(
            scenario.since().map(Version::of).orElse(Version.LOWEST),
            scenario.until().map(Version::of).orElse(Version.HIGHEST)),
        scenario.covers());
  }

  /** Prints the tables to the terminal. */
  static void print(Report report, Console console) {
    new TerminalTables(console.width(), console.hasColours())
        .render(report)
        .lines()
        .forEach(console::print);
  }
}
