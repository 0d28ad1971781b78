package dev.tck.reporting.formats;

import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.tables.Report;
import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.RepeatCommand;
import dev.tck.results.Status;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code junit.xml}, as Surefire's and Jenkins' schemas have it: a suite is a cell, a case
 * is a scenario. What the connector did wrong is a failure, what we or the target did wrong is an
 * error, what says nothing is skipped, each with its reason.
 */
public final class JunitXml implements ReportFormat {
  /** The file's name. */
  public static final String FILE = "junit.xml";

  private final XMLOutputFactory factory = XMLOutputFactory.newFactory();

  @Override
  public void write(Report report, Path out) throws IOException {
    try (Writer writer = Files.newBufferedWriter(out.resolve(FILE), StandardCharsets.UTF_8)) {
      XMLStreamWriter xml = factory.createXMLStreamWriter(writer);
      suites(xml, report.results().cells());
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(FILE + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static void suites(XMLStreamWriter xml, List<MeasuredCell> cells)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    attribute(xml, "name", "tck");
    for (MeasuredCell cell : cells) {
      suite(xml, cell);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private static void suite(XMLStreamWriter xml, MeasuredCell cell) throws XMLStreamException {
    List<Verdict> verdicts = cell.outcomes().stream().map(each -> verdict(each.outcome())).toList();
    long micros = cell.outcomes().stream().mapToLong(each -> each.outcome().durationMicros()).sum();
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    attribute(xml, "name", name(cell.key()));
    attribute(xml, "time", seconds(micros));
    attribute(xml, "tests", String.valueOf(Math.max(1, verdicts.size())));
    attribute(xml, "errors", count(verdicts, Verdict.ERROR));
    attribute(xml, "skipped", cell.isMeasured() ? count(verdicts, Verdict.SKIPPED) : "1");
    attribute(xml, "failures", count(verdicts, Verdict.FAILURE));
    properties(xml, cell);
    if (!cell.isMeasured()) {
      notRun(xml, cell);
    }
    for (Measured measured : cell.outcomes()) {
      testCase(xml, measured.outcome());
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void properties(XMLStreamWriter xml, MeasuredCell cell) throws XMLStreamException {
    CellKey key = cell.key();
    xml.writeCharacters("\n    ");
    xml.writeStartElement("properties");
    property(xml, "connector", key.connector());
    property(xml, "version", key.version());
    property(xml, "language", key.language());
    property(xml, "interface", key.interfaceId());
    property(xml, "target", Texts.target(key.target()));
    property(xml, "row", key.row());
    property(xml, "platform", key.platform().cpu() + " " + key.platform().os());
    property(xml, "runtime", cell.runtime());
    property(xml, "harness", cell.run().harness() + " " + cell.run().commit());
    property(xml, "measured", cell.run().started().toString());
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeCharacters("\n      ");
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  private static void notRun(XMLStreamWriter xml, MeasuredCell cell) throws XMLStreamException {
    startCase(xml, "not measured", cell.key(), 0);
    xml.writeEmptyElement("skipped");
    attribute(xml, "message", cell.notRun());
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Event.Outcome outcome)
      throws XMLStreamException {
    String name = outcome.scenario() + " " + outcome.title();
    startCase(xml, name, outcome.key(), outcome.durationMicros());
    Verdict verdict = verdict(outcome);
    if (verdict == Verdict.SKIPPED) {
      xml.writeEmptyElement("skipped");
      attribute(xml, "message", message(outcome));
    } else if (verdict != Verdict.PASSED) {
      xml.writeStartElement(verdict == Verdict.ERROR ? "error" : "failure");
      attribute(xml, "message", message(outcome));
      attribute(xml, "type", outcome.status().text());
      xml.writeCharacters(XmlText.of(details(outcome)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void startCase(XMLStreamWriter xml, String name, CellKey key, long micros)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    attribute(xml, "name", name);
    attribute(xml, "classname", name(key));
    attribute(xml, "time", seconds(micros));
  }

  /** Returns a name without dots, which some readers take for packages. */
  private static String name(CellKey key) {
    return (key.display() + " on " + Texts.target(key.target())).replace('.', '_');
  }

  private static String message(Event.Outcome outcome) {
    String reason = outcome.reason().isEmpty() ? outcome.status().text() : outcome.reason();
    return (outcome.provisional() ? "provisional: " : "") + outcome.status().text() + ": " + reason;
  }

  private static String details(Event.Outcome outcome) {
    String checks =
        outcome.checks().stream()
            .filter(check -> check.status() == Status.FAIL)
            .map(JunitXml::check)
            .collect(Collectors.joining());
    return outcome.reason()
        + (outcome.blame() == null ? "" : "\nblame: " + outcome.blame().text())
        + checks
        + (outcome.evidence().isEmpty() ? "" : "\nevidence: " + outcome.evidence())
        + "\nagain: "
        + RepeatCommand.of(outcome.key(), outcome.scenario())
        + "\n";
  }

  private static String check(CheckResult check) {
    return "\n%s %s\n  expected: %s\n  actual:   %s"
        .formatted(check.level(), check.id(), check.expected(), check.actual());
  }

  private static String seconds(long micros) {
    return String.format(Locale.ROOT, "%.3f", micros / 1_000_000.0);
  }

  private static String count(List<Verdict> verdicts, Verdict wanted) {
    return String.valueOf(verdicts.stream().filter(verdict -> verdict == wanted).count());
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.of(value));
  }

  private static Verdict verdict(Event.Outcome outcome) {
    if (outcome.provisional() && outcome.status() != Status.PASS) {
      return Verdict.SKIPPED;
    }
    return switch (outcome.status()) {
      case PASS -> Verdict.PASSED;
      case FAIL, CRASH, HUNG -> Verdict.FAILURE;
      case ADAPTER_FAULT, TARGET_FAULT -> Verdict.ERROR;
      case UNSUPPORTED, NOT_RUN -> Verdict.SKIPPED;
    };
  }

  /** What a case is for JUnit's readers. */
  private enum Verdict {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }
}
