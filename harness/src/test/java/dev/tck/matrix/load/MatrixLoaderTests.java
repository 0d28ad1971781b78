package dev.tck.matrix.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.matrix.Gate;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.yaml.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks copies of the matrix and reads what is said of it. */
class MatrixLoaderTests {
  @TempDir Path folder;

  @BeforeEach
  void copyTheMatrix() throws IOException {
    TestMatrix.copyTo(folder);
  }

  @Test
  void loadsTheMatrixOfThisRepository() throws IOException {
    assertThat(new MatrixLoader().load(folder).platforms().rows()).hasSize(5);
  }

  @Test
  void unknownKeyIsReportedWithTheNearest() throws IOException {
    change("platforms.yaml", "\nplatforms:", "\nplatfroms:");
    expect(
        at("platforms.yaml", "legend:") + "missing key \"platforms\" in the page's platform table",
        at("platforms.yaml", "platfroms:")
            + "unknown key \"platfroms\" in the page's platform table; did you mean"
            + " \"platforms\"?");
  }

  @Test
  void unknownKeyFarFromAllNamesTheKnownOnes() throws IOException {
    change("connectors.yaml", "    official: true\n", "    official: true\n    weather: fine\n");
    expect(
        at("connectors.yaml", "weather")
            + "unknown key \"weather\" in a connector; known are id, name, language, official,"
            + " interfaces, package, line, literal, note");
  }

  @Test
  void wrongTypeIsReportedWithWhatWasExpectedAndFound() throws IOException {
    change("platforms.yaml", "line: 24", "line: twenty-four");
    expect(
        at("platforms.yaml", "twenty-four")
            + "line: expected the number of a line of the page, from 1 on, found"
            + " \"twenty-four\"");
  }

  @Test
  void missingKeyIsReportedAtWhatLacksIt() throws IOException {
    change("connectors.yaml", "    name: taospy\n", "");
    expect(at("connectors.yaml", "id: taospy") + "missing key \"name\" in a connector");
  }

  @Test
  void emptyTextIsReported() throws IOException {
    change("connectors.yaml", "name: taospy", "name: \"\"");
    expect(
        at("connectors.yaml", "name: \"\"")
            + "name: expected a text that is not empty, found \"\"");
  }

  @Test
  void keyWithoutAValueIsReported() throws IOException {
    change("connectors.yaml", "name: taospy", "name:");
    expect(
        at("connectors.yaml", "name:\n")
            + "name: expected a text that is not empty, found nothing");
  }

  @Test
  void unknownLanguageOfAClaimIsReportedWithTheNearest() throws IOException {
    change("versions.yaml", "      python:\n", "      pyhton:\n");
    expect(at("versions.yaml", "pyhton") + "unknown language \"pyhton\"; did you mean \"python\"?");
  }

  @Test
  void mistakesOfAllKindsAndFilesAreReportedAtOnce() throws IOException {
    change("versions.yaml", "{connector: taospy, from:", "{connector: taospi, from:");
    change("features.yaml", "catalogue: [CM-19, O-03]", "catalogue: [CM-19, O-33]");
    change("features.yaml", "kind: warning", "kind: warnung");
    change("catalogue.yaml", "languages: [csharp, java]", "languages: [csharp, jave]");
    expect(
        at("catalogue.yaml", "jave") + "unknown language \"jave\"; did you mean \"java\"?",
        at("features.yaml", "warnung")
            + "kind: expected promise, warning or condition, found \"warnung\"; did you mean"
            + " \"warning\"?",
        at("features.yaml", "O-33") + "unknown catalogue entry \"O-33\"; did you mean \"O-03\"?",
        at("versions.yaml", "taospi") + "unknown connector \"taospi\"; did you mean \"taospy\"?");
  }

  @Test
  void literalThatTheLegendLacksIsReported() throws IOException {
    change("features.yaml", "rust: {literal: Supported}", "rust: {literal: Suported}");
    expect(
        at("features.yaml", "Suported")
            + "unknown literal \"Suported\"; did you mean \"Supported\"?");
  }

  @Test
  void duplicateIdIsReportedWithItsFirstPlace() throws IOException {
    change("platforms.yaml", "id: x64-linux", "id: x64-windows");
    int first = line("platforms.yaml", "id: x64-windows");
    int second = line("platforms.yaml", "line: 24") - 1;
    expect(
        "platforms.yaml:%d: id: \"x64-windows\" again, first at platforms.yaml:%d"
            .formatted(second, first));
  }

  @Test
  void duplicateIdOfAStatementInAnotherFileIsReported() throws IOException {
    change("versions.yaml", "id: versions-are-optimal", "id: native-platforms");
    expect(
        at("versions.yaml", "native-platforms")
            + "id: \"native-platforms\" again, first at platforms.yaml:"
            + line("platforms.yaml", "id: native-platforms"));
  }

  @Test
  void duplicateKeyIsReportedWithItsFirstLine() throws IOException {
    change("platforms.yaml", "    line: 24\n", "    line: 24\n    line: 25 # again\n");
    expect(
        at("platforms.yaml", "# again")
            + "the key \"line\" again, first in line "
            + line("platforms.yaml", "line: 24"));
  }

  @Test
  void listThatNamesSomethingTwiceIsReported() throws IOException {
    change("connectors.yaml", "interfaces: [native, rest]", "interfaces: [rest, rest]");
    expect(
        at("connectors.yaml", "[rest, rest]")
            + "interfaces: expected nothing twice, found the list [\"rest\",\"rest\"]");
  }

  @Test
  void badVersionIsReportedWithAnExample() throws IOException {
    change("versions.yaml", "from: \"2.0.0.0\"", "from: \"2.0.x\"");
    expect(
        at("versions.yaml", "from: \"2.0.x\"")
            + "from: expected a version in quotes, such as \"3.3.6.0\", found \"2.0.x\"");
  }

  @Test
  void versionWithoutQuotesThatYamlTakesForANumberIsReported() throws IOException {
    change("catalogue.yaml", "minimum: \"2.2\"", "minimum: 2.2");
    expect(
        at("catalogue.yaml", "minimum: 2.2")
            + "minimum: expected a server version in quotes, such as \"3.3.6.0\", or all, found"
            + " the number 2.2");
  }

  @Test
  void tabIsReportedWithItsLine() throws IOException {
    change("gate.yaml", "required: []", "required:\n\t- {connector: taospy}");
    expect(at("gate.yaml", "\t- {") + "a tab cannot indent YAML, expected spaces");
  }

  @Test
  void brokenYamlIsReportedWithItsLine() throws IOException {
    change("gate.yaml", "required: []", "required: [}]");
    assertThat(mistakes()).startsWith(at("gate.yaml", "[}]") + "no YAML: ");
  }

  @Test
  void secondDocumentIsReported() throws IOException {
    change("gate.yaml", "required: []", "required: []\n---\nmore: 1");
    assertThat(mistakes())
        .startsWith("gate.yaml:")
        .contains("a second document begins, expected one");
  }

  @Test
  void emptyFileIsReported() throws IOException {
    Files.writeString(folder.resolve("gate.yaml"), "# nothing\n");
    expect("gate.yaml:1: the file is empty");
  }

  @Test
  void missingFileIsReported() throws IOException {
    Files.delete(folder.resolve("gate.yaml"));
    expect("gate.yaml:1: there is no such file in " + folder);
  }

  @Test
  void missingSchemaIsReported() throws IOException {
    Files.delete(folder.resolve("schema").resolve("gate.schema.json"));
    expect("schema/gate.schema.json:1: there is no such file in " + folder.resolve("schema"));
  }

  @Test
  void brokenSchemaIsReported() throws IOException {
    Files.writeString(folder.resolve("schema").resolve("gate.schema.json"), "{\n  \"type\" }");
    assertThat(mistakes()).startsWith("gate.schema.json:2: no JSON: ");
  }

  @Test
  void fileThatIsNoUtf8IsReported() throws IOException {
    Files.write(folder.resolve("gate.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0x80});
    expect("gate.yaml:1: is no text in UTF-8");
  }

  @Test
  void wrongNameOfAClosedSetIsReportedWithTheNearest() throws IOException {
    change("connectors.yaml", "interfaces: [native, rest]", "interfaces: [native, rets]");
    expect(
        at("connectors.yaml", "rets")
            + "interfaces: expected native, rest or websocket, found \"rets\"; did you mean"
            + " \"rest\"?");
  }

  @Test
  void connectorWithTwoKindsOfVersionsIsReported() throws IOException {
    change("versions.yaml", "from: \"2.7.15\"}", "from: \"2.7.15\", is: \"2.8.0\"}");
    expect(
        at("versions.yaml", "is: \"2.8.0\"")
            + "connectors: expected a connector and its versions: from, from and to, is, or"
            + " sameAsServer, found keys and values");
  }

  @Test
  void upperVersionWithoutALowerIsReported() throws IOException {
    change("versions.yaml", "is: \"3.0.0\"}", "is: \"3.0.0\", to: \"3.1.0\"}");
    expect(at("versions.yaml", "to: \"3.1.0\"") + "connectors: \"to\" needs \"from\"");
  }

  @Test
  void claimWithoutConnectorsIsReported() throws IOException {
    change(
        "versions.yaml",
        "connectors:\n          - {connector: taos-jdbcdriver, from: \"3.3.0\"}\n",
        "connectors: []\n");
    expect(
        at("versions.yaml", "connectors: []")
            + "connectors: expected which versions of which connectors the literal means, found an"
            + " empty list");
  }

  @Test
  void absentConnectorWithVersionsIsReported() throws IOException {
    change(
        "versions.yaml",
        "        support: absent\n",
        "        support: absent\n        connectors: [{connector: taospy, is: \"2.8.0\"}]\n");
    expect(
        at("versions.yaml", "connectors: [{connector: taospy, is: \"2.8.0\"}]")
            + "connectors: nothing is expected here, found the list"
            + " [{\"connector\":\"taospy\",\"is\":\"2.8.0\"}]");
  }

  @Test
  void rowsThatShareServersAreReported() throws IOException {
    change("versions.yaml", "before: \"3.3.0.0\"", "before: \"3.3.5.0\"");
    expect(
        at("versions.yaml", "from: \"3.0.0.0\"")
            + "row \"3.0.0.0+\" has server versions that row \"3.3.0.0+\" has too");
  }

  @Test
  void rowWithoutServersIsReported() throws IOException {
    change("versions.yaml", "before: \"2.1.0.0\"", "before: \"1.9\"");
    expect(at("versions.yaml", "\"1.9\"") + "before 1.9 is not newer than from 2.0.0.0");
  }

  @Test
  void rangeThatRunsBackwardsIsReported() throws IOException {
    change("versions.yaml", "from: \"2.0.7\", to: \"2.0.9\"", "from: \"2.0.9\", to: \"2.0.7\"");
    expect(
        at("versions.yaml", "from: \"2.0.9\", to: \"2.0.7\"")
            + "from 2.0.9 is newer than to 2.0.7");
  }

  @Test
  void referenceOfYamlIsRefused() throws IOException {
    change("gate.yaml", "required: []", "required: &all []");
    change("gate.yaml", "\nexpectedFailures: []", "\nexpectedFailures: *all");
    expect(at("gate.yaml", "*all") + "the reference *all, expected the value itself");
  }

  @Test
  void readsAGate() throws IOException {
    Files.writeString(
        folder.resolve("gate.yaml"),
        """
        required:
          - {connector: taospy, interface: rest, row: 3.3.0.0+, platform: x64-linux}
        expectedFailures:
          - scenario: SQL-*[ns,*]
            check: value
            connector: taos-*
            interface: rest
            message: "expected 8.6"
            owner: jdbc team
            issue: TD-12345
            expires: 2027-03-31
        """);
    Matrix matrix = new MatrixLoader().load(folder);
    assertThat(matrix.gate().required())
        .containsExactly(new Gate.RequiredCell("taospy", "rest", "3.3.0.0+", "x64-linux", ""));
    assertThat(matrix.gate().expectedFailures())
        .containsExactly(
            new Gate.ExpectedFailure(
                "SQL-*[ns,*]",
                "value",
                "taos-*",
                "rest",
                "",
                "expected 8.6",
                "jdbc team",
                "TD-12345",
                LocalDate.of(2027, 3, 31)));
  }

  @Test
  void gateWithUnknownCellAndDayIsReported() throws IOException {
    Files.writeString(
        folder.resolve("gate.yaml"),
        """
        required:
          - {connector: taospi, row: 3.3.0.0, platform: x86-linux, language: jav}
        expectedFailures:
          - scenario: SQL-012
            check: value
            connector: taospy
            message: any
            owner: nobody
            issue: TD-1
            expires: 2027-02-30
        """);
    assertThat(mistakes())
        .isEqualTo(
            """
            gate.yaml:2: unknown connector "taospi"; did you mean "taospy"?
            gate.yaml:2: unknown language "jav"; did you mean "java"?
            gate.yaml:2: unknown platform "x86-linux"; did you mean "x64-linux"?
            gate.yaml:2: unknown version row "3.3.0.0"; did you mean "3.3.0.0+"?
            gate.yaml:10: there is no day 2027-02-30""");
  }

  @Test
  void exampleInTheCommentsOfTheGateIsAGate() throws IOException {
    String gate = Files.readString(folder.resolve("gate.yaml"));
    String example =
        gate.lines()
            .dropWhile(line -> !line.equals("# expectedFailures:"))
            .takeWhile(line -> line.startsWith("# "))
            .map(line -> line.substring(2) + "\n")
            .reduce("required: []\n", String::concat);
    Files.writeString(folder.resolve("gate.yaml"), example);
    assertThat(new MatrixLoader().load(folder).gate().expectedFailures()).hasSize(1);
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private void expect(String... mistakes) {
    assertThat(mistakes().lines()).containsExactly(mistakes);
  }

  private String at(String file, String text) throws IOException {
    return file + ":" + line(file, text) + ": ";
  }

  /** Returns the line of the broken copy in which a text stands first. */
  private int line(String file, String text) throws IOException {
    String before = Files.readString(folder.resolve(file));
    assertThat(before).contains(text);
    return (int) before.substring(0, before.indexOf(text)).chars().filter(c -> c == '\n').count()
        + 1;
  }

  private String mistakes() {
    return String.valueOf(
        catchThrowableOfType(DataFileException.class, () -> new MatrixLoader().load(folder))
            .getMessage());
  }
}
