package dev.tck.reporting.formats;

import static dev.tck.reporting.SampleResults.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.Outcomes;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Blame;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitXmlTests {
  private final Matrix matrix = TestMatrix.load();

  @TempDir Path out;

  JunitXmlTests() throws IOException {}

  @Test
  void isWhatSurefireAndJenkinsRead() throws Exception {
    for (List<Event> events :
        List.of(
            SampleResults.embeddedRun(), SampleResults.realRun(true), SampleResults.hostileRun())) {
      write(events);
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Objects.requireNonNull(getClass().getResource("/dev/tck/reporting/junit.xsd")))
          .newValidator()
          .validate(new StreamSource(out.resolve(JunitXml.FILE).toFile()));
    }
  }

  @Test
  void suiteIsACellAndCountsItsCases() throws Exception {
    Document document = write(SampleResults.realRun(false));
    Element suite = suite(document, "taospy 2_8_10 rest on TDengine 3_3_6_6 (remote)");
    assertThat(suite.getAttribute("tests")).isEqualTo("30");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("2");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("time")).isEqualTo("0.370");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(30);
  }

  @Test
  void cellThatDidNotRunIsASkippedCaseWithItsReason() throws Exception {
    Element suite =
        suite(
            write(SampleResults.realRun(false)),
            "driver-go 3_7_8 websocket on TDengine 3_3_6_6 (remote)");
    assertThat(suite.getAttribute("tests")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(((Element) suite.getElementsByTagName("skipped").item(0)).getAttribute("message"))
        .isEqualTo("the registry does not serve driver-go");
  }

  @Test
  void everyStatusHasItsElementAndItsReason() throws Exception {
    Outcomes outcomes = Outcomes.of(REAL).pass("PASS");
    for (Status status : Status.values()) {
      outcomes.add(status.name(), status, status == Status.PASS ? null : Blame.CONNECTOR);
    }
    outcomes.add("PROVISIONAL", Status.FAIL, Blame.CONNECTOR, true);
    Document document = write(outcomes.events());
    assertThat(messages(document, "failure"))
        .containsExactlyInAnyOrder(
            "fail: reason of FAIL", "crash: reason of CRASH", "hung: reason of HUNG");
    assertThat(messages(document, "error"))
        .containsExactlyInAnyOrder(
            "adapter-fault: reason of ADAPTER_FAULT", "target-fault: reason of TARGET_FAULT");
    assertThat(messages(document, "skipped"))
        .containsExactlyInAnyOrder(
            "unsupported: reason of UNSUPPORTED",
            "not-run: reason of NOT_RUN",
            "provisional: fail: reason of PROVISIONAL");
  }

  @Test
  void failureTellsWhatWasExpectedAndHowToRepeatIt() throws Exception {
    Document document = write(SampleResults.realRun(false));
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertThat(failure.getTextContent())
        .isEqualTo(
            """
            check value: expected 8.6, found 8.600000381469727
            blame: connector
            MUST value
              expected: {"f32":"8.6"}
              actual:   {"f64":"8.600000381469727"}
            SHOULD native-type
              expected: float
              actual:   double
            evidence: evidence/taos-jdbcdriver/SQL-008
            again: ./tck run --target http://USER:PASSWORD@HOST:6041 --connector taos-jdbcdriver@3.5.3\
             --interface rest --scenario SQL-008
            """);
  }

  @Test
  void textsThatXmlCannotHoldAreMarked() throws Exception {
    Document document = write(SampleResults.hostileRun());
    assertThat(messages(document, "failure"))
        .contains("fail: ]]> &amp; &lt; \uFFFD\uFFFD\uFFFD[31m\uFFFD \uFFFD")
        .anyMatch(message -> message.contains("</script><script>"));
  }

  private Document write(List<Event> events) throws Exception {
    new JunitXml().write(Report.of(events, matrix, SampleResults.scenarios()), out);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(out.resolve(JunitXml.FILE).toFile());
  }

  private static Element suite(Document document, String name) {
    NodeList suites = document.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      if (suite.getAttribute("name").equals(name)) {
        return suite;
      }
    }
    throw new AssertionError("no suite " + name);
  }

  private static List<String> messages(Document document, String tag) {
    List<String> messages = new ArrayList<>();
    NodeList elements = document.getElementsByTagName(tag);
    for (int i = 0; i < elements.getLength(); i++) {
      messages.add(((Element) elements.item(i)).getAttribute("message"));
    }
    return messages;
  }
}
