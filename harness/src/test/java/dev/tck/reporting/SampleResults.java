package dev.tck.reporting;

import dev.tck.matrix.Version;
import dev.tck.matrix.VersionRange;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.Level;
import dev.tck.results.Platform;
import dev.tck.results.Status;
import dev.tck.results.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Generates events as runs write them: always the same ones, so that what is projected from them
 * can be compared byte by byte.
 */
public final class SampleResults {
  public static final Platform LINUX = new Platform("x64", "linux");
  public static final TargetId EMBEDDED = new TargetId("embedded", "3.3.6.0");
  public static final TargetId REAL = new TargetId("remote", "3.3.6.6");
  public static final String ROW = "3.3.0.0+";
  public static final Instant STARTED = Instant.parse("2026-11-23T04:05:06Z");

  /** Texts that break projections that do not escape. */
  public static final List<String> HOSTILE =
      List.of(
          "</script><script>document.title='hacked'</script>",
          "\"><img src=x onerror=document.title='hacked'>",
          "a|b `c` *d* [e](javascript:alert(1)) <!-- -- -->",
          "]]> &amp; &lt; \u0000\u0001\u001b[31m\uFFFF \uD800",
          "有中文 😀👩‍👩‍👧 \u202Eright to left",
          "line one\nline two\r\n\tline three");

  private SampleResults() {}

  /** Returns thirty scenarios: ten about connections, twenty about SQL, every fifth core. */
  public static ScenarioIndex scenarios() {
    List<ScenarioIndex.Entry> entries = new ArrayList<>();
    for (int number = 1; number <= 10; number++) {
      entries.add(
          entry("CM-%03d".formatted(number), "connection-management", number, Set.of("CM-19")));
    }
    for (int number = 1; number <= 18; number++) {
      entries.add(entry("SQL-%03d".formatted(number), "execute-sql", number, Set.of("T-08")));
    }
    entries.add(entry("SQL-019[ms]", "execute-sql", 19, Set.of("T-07")));
    entries.add(entry("SQL-019[ns]", "execute-sql", 19, Set.of("T-07")));
    return ScenarioIndex.of(entries);
  }

  private static ScenarioIndex.Entry entry(
      String id, String feature, int number, Set<String> covers) {
    return new ScenarioIndex.Entry(
        id,
        "Scenario " + id,
        feature,
        number % 5 == 1,
        Set.of(),
        VersionRange.from(Version.LOWEST),
        covers);
  }

  /** Returns the eight cells that a machine with Java and Python measures. */
  public static List<CellKey> cells(TargetId target) {
    return List.of(
        cell("taos-jdbcdriver", "3.7.9", "java", "rest", target),
        cell("taos-jdbcdriver", "3.7.9", "java", "websocket", target),
        cell("taos-jdbcdriver", "3.5.3", "java", "rest", target),
        cell("taos-jdbcdriver", "3.5.3", "java", "websocket", target),
        cell("taospy", "2.8.10", "python", "rest", target),
        cell("taos-ws-py", "0.7.0", "python", "websocket", target),
        cell("reference", "0.1.0", "java", "rest", target),
        cell("reference", "0.1.0", "java", "websocket", target));
  }

  /** Returns a cell on Linux. */
  public static CellKey cell(
      String connector, String version, String language, String interfaceId, TargetId target) {
    return new CellKey(connector, version, language, interfaceId, target, ROW, LINUX);
  }

  /** Returns the first line of a run. */
  public static Event.Run run(Instant started, boolean official) {
    return new Event.Run(
        Event.SCHEMA,
        "0.1.0",
        "4f2a9c1",
        started,
        new Event.Machine("x64", "linux", "6.1.0-21-amd64", false),
        official,
        "sha256:5d41");
  }

  /**
   * Returns a run on the embedded server: a few failures, cells that could not run, all else holds.
   */
  public static List<Event> embeddedRun() {
    List<Event> events = new ArrayList<>(List.of(run(STARTED, false)));
    for (CellKey cell : cells(EMBEDDED)) {
      events.add(Event.Cell.measured(cell, runtime(cell), List.of("execute", "query")));
      for (ScenarioIndex.Entry scenario : sorted()) {
        events.add(embeddedOutcome(cell, scenario));
      }
    }
    events.addAll(notRun(EMBEDDED));
    events.add(new Event.Note(STARTED.plusSeconds(30), "the adapter of taospy was restarted"));
    events.add(new Event.End(1, "4 of 240 scenarios fail.", false, Map.of("pass", 236, "fail", 4)));
    return List.copyOf(events);
  }

  /** Returns a run on a real server in which a core scenario and others fail. */
  public static List<Event> realRun(boolean official) {
    List<Event> events = new ArrayList<>(List.of(run(STARTED.plusSeconds(3600), official)));
    for (CellKey cell : cells(REAL)) {
      events.add(Event.Cell.measured(cell, runtime(cell), List.of("execute", "query")));
      for (ScenarioIndex.Entry scenario : sorted()) {
        events.add(realOutcome(cell, scenario));
      }
    }
    events.add(
        new Event.Control(
            "SQL-008",
            "rest",
            REAL,
            Status.PASS,
            false,
            "",
            List.of(CheckResult.pass("value", Level.MUST))));
    events.addAll(notRun(REAL));
    events.add(new Event.End(1, "some scenarios fail.", false, Map.of()));
    return List.copyOf(events);
  }

  /** Returns a run whose every text is hostile. */
  public static List<Event> hostileRun() {
    List<Event> events = new ArrayList<>(List.of(run(STARTED, false)));
    int number = 0;
    for (String hostile : HOSTILE) {
      CellKey cell = cell("taospy" + hostile, "2.8.10" + hostile, "python", "rest", REAL);
      events.add(Event.Cell.measured(cell, "CPython " + hostile, List.of(hostile)));
      events.add(
          outcome(
              cell,
              "SQL-0" + ++number + hostile,
              "execute-sql",
              Status.FAIL,
              Blame.CONNECTOR,
              hostile,
              List.of(CheckResult.fail(hostile, Level.MUST, hostile, hostile))));
      events.add(Event.Cell.notRun(cell("go" + hostile, "1", "go", "rest", REAL), hostile));
      events.add(new Event.Note(STARTED, hostile));
    }
    events.add(new Event.End(1, HOSTILE.get(0), false, Map.of()));
    return List.copyOf(events);
  }

  /** Returns a run of many outcomes: ten cells, a fifth of the scenarios fails. */
  public static List<Event> bigRun(int scenarios) {
    List<Event> events = new ArrayList<>(List.of(run(STARTED, false)));
    for (int number = 0; number < 10; number++) {
      CellKey cell = cell("taos-jdbcdriver", "3.7." + number, "java", "websocket", REAL);
      events.add(Event.Cell.measured(cell, "OpenJDK 17.0.15", List.of()));
      for (int scenario = 0; scenario < scenarios; scenario++) {
        boolean fails = scenario % 5 == 0;
        events.add(
            outcome(
                cell,
                "SQL-%04d".formatted(scenario),
                "execute-sql",
                fails ? Status.FAIL : Status.PASS,
                fails ? Blame.CONNECTOR : null,
                fails ? "check value failed in scenario " + scenario + " of the big run" : "",
                checks(fails, "row " + scenario + " of the result, column v, has another value")));
      }
    }
    events.add(new Event.End(1, "", false, Map.of()));
    return List.copyOf(events);
  }

  private static Event.Outcome embeddedOutcome(CellKey cell, ScenarioIndex.Entry scenario) {
    boolean oldDriver = cell.version().equals("3.5.3") && scenario.id().equals("SQL-008");
    boolean python = cell.connector().equals("taospy") && scenario.id().startsWith("SQL-019");
    if (python) {
      return unsupported(cell, scenario);
    }
    return oldDriver ? floatFailure(cell, scenario) : pass(cell, scenario);
  }

  private static Event.Outcome realOutcome(CellKey cell, ScenarioIndex.Entry scenario) {
    String id = scenario.id();
    if (cell.connector().equals("taos-ws-py") && id.equals("SQL-001")) {
      return crash(cell, scenario);
    }
    if (cell.version().equals("3.5.3") && id.equals("SQL-008")) {
      return floatFailure(cell, scenario);
    }
    if (cell.connector().equals("taospy") && id.equals("CM-007")) {
      return hung(cell, scenario);
    }
    if (cell.connector().equals("taospy") && id.startsWith("SQL-019")) {
      return unsupported(cell, scenario);
    }
    return pass(cell, scenario);
  }

  /** Returns an outcome that passed. */
  public static Event.Outcome pass(CellKey cell, ScenarioIndex.Entry scenario) {
    return outcome(
        cell, scenario.id(), scenario.feature(), Status.PASS, null, "", checks(false, ""));
  }

  private static Event.Outcome floatFailure(CellKey cell, ScenarioIndex.Entry scenario) {
    return outcome(
        cell,
        scenario.id(),
        scenario.feature(),
        Status.FAIL,
        Blame.CONNECTOR,
        "check value: expected 8.6, found 8.600000381469727",
        List.of(
            CheckResult.pass("columns", Level.MUST),
            CheckResult.fail(
                "value", Level.MUST, "{\"f32\":\"8.6\"}", "{\"f64\":\"8.600000381469727\"}"),
            CheckResult.fail("native-type", Level.SHOULD, "float", "double")));
  }

  private static Event.Outcome crash(CellKey cell, ScenarioIndex.Entry scenario) {
    return outcome(
        cell,
        scenario.id(),
        scenario.feature(),
        Status.CRASH,
        Blame.CONNECTOR,
        "the adapter's process died with signal 11 after 0.3 s",
        List.of());
  }

  private static Event.Outcome hung(CellKey cell, ScenarioIndex.Entry scenario) {
    return outcome(
        cell,
        scenario.id(),
        scenario.feature(),
        Status.HUNG,
        Blame.UNDECIDED,
        "no answer within 10 s from 127.0.0.1:41873",
        List.of());
  }

  private static Event.Outcome unsupported(CellKey cell, ScenarioIndex.Entry scenario) {
    return outcome(
        cell,
        scenario.id(),
        scenario.feature(),
        Status.UNSUPPORTED,
        Blame.CONNECTOR,
        "nanoseconds: timestamps become datetimes of microseconds",
        List.of());
  }

  /** Returns an outcome. */
  public static Event.Outcome outcome(
      CellKey cell,
      String scenario,
      String feature,
      Status status,
      @Nullable Blame blame,
      String reason,
      List<CheckResult> checks) {
    return new Event.Outcome(
        scenario,
        "Scenario " + scenario,
        feature,
        cell.connector(),
        cell.version(),
        cell.language(),
        cell.interfaceId(),
        cell.target(),
        cell.row(),
        cell.platform(),
        status,
        blame,
        reason,
        false,
        checks,
        12_345,
        status == Status.PASS ? "" : "evidence/" + cell.connector() + "/" + scenario);
  }

  private static List<CheckResult> checks(boolean fails, String actual) {
    return List.of(
        CheckResult.pass("columns", Level.MUST),
        CheckResult.pass("rows", Level.MUST),
        fails
            ? CheckResult.fail("value", Level.MUST, "the value that was written", actual)
            : CheckResult.pass("value", Level.MUST));
  }

  private static List<Event> notRun(TargetId target) {
    String library =
        "libtaos.so was found neither by --native-lib nor in TAOS_HOME nor in /usr/lib";
    return List.of(
        Event.Cell.notRun(cell("taos-jdbcdriver", "3.7.9", "java", "native", target), library),
        Event.Cell.notRun(cell("taospy", "2.8.10", "python", "native", target), library),
        Event.Cell.notRun(
            cell("driver-go", "3.7.8", "go", "websocket", target),
            "the registry does not serve driver-go"),
        Event.Cell.notRun(
            cell("tdengine-websocket", "3.5.0", "nodejs", "websocket", target),
            "there is no adapter for Node.js yet"));
  }

  private static String runtime(CellKey cell) {
    return cell.language().equals("python") ? "CPython 3.11.2" : "OpenJDK 17.0.15";
  }

  private static List<ScenarioIndex.Entry> sorted() {
    return scenarios().entries().values().stream()
        .sorted(Comparator.comparing(ScenarioIndex.Entry::id))
        .toList();
  }
}
