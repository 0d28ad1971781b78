package dev.tck.reporting.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.tables.Report;
import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.RepeatCommand;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes {@code allure-results}: a result an outcome. The ids are made from the cell and the
 * scenario, so that Allure knows the same scenario of the same cell again in the next run.
 */
public final class AllureResults implements ReportFormat {
  /** The folder's name. */
  public static final String FOLDER = "allure-results";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .addModule(
              new SimpleModule()
                  .addSerializer(Status.class, new Spelling<>(Status::value))
                  .addSerializer(Stage.class, new Spelling<>(Stage::value)))
          .build();

  @Override
  public void write(Report report, Path out) throws IOException {
    Path folder = out.resolve(FOLDER);
    Files.createDirectories(folder);
    clear(folder);
    Evidence evidence = new Evidence(out);
    for (MeasuredCell cell : report.results().measured()) {
      for (Measured measured : cell.outcomes()) {
        TestResult result = result(cell, measured);
        result.setAttachments(attachments(folder, result, evidence.files(measured.outcome())));
        Files.writeString(
            folder.resolve(result.getUuid() + "-result.json"),
            WellFormed.of(mapper.writeValueAsString(result)));
      }
    }
  }

  /** Removes what an earlier report of the same folder wrote, and nothing else. */
  private static void clear(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (String.valueOf(entry.getFileName())
            .matches("[0-9a-f-]{36}-(result\\.json|attachment.*)")) {
          Files.delete(entry);
        }
      }
    }
  }

  private static TestResult result(MeasuredCell cell, Measured measured) {
    Event.Outcome outcome = measured.outcome();
    CellKey key = outcome.key();
    String scenario = outcome.scenario();
    long start = measured.run().started().toEpochMilli();
    TestResult result = new TestResult();
    result.setUuid(uuid(key + " " + scenario + " " + start));
    result.setTestCaseId(uuid(scenario));
    result.setHistoryId(uuid(key + " " + scenario));
    result.setFullName(key.display() + ": " + scenario);
    result.setName(scenario + " " + outcome.title());
    result.setStage(Stage.FINISHED);
    result.setStatus(status(outcome));
    result.setStatusDetails(details(outcome));
    result.setStart(start);
    result.setStop(start + outcome.durationMicros() / 1000);
    result.setLabels(labels(cell, outcome));
    result.setParameters(parameters(key));
    result.setSteps(outcome.checks().stream().map(check -> step(check, start)).toList());
    return result;
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Status status(Event.Outcome outcome) {
    if (outcome.provisional() && outcome.status() != dev.tck.results.Status.PASS) {
      return Status.SKIPPED;
    }
    return switch (outcome.status()) {
      case PASS -> Status.PASSED;
      case FAIL, CRASH, HUNG -> Status.FAILED;
      case ADAPTER_FAULT, TARGET_FAULT -> Status.BROKEN;
      case UNSUPPORTED, NOT_RUN -> Status.SKIPPED;
    };
  }

  private static StatusDetails details(Event.Outcome outcome) {
    String message =
        outcome.status() == dev.tck.results.Status.PASS
            ? ""
            : (outcome.provisional() ? "provisional: " : "")
                + outcome.status().text()
                + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason());
    String trace =
        outcome.status() == dev.tck.results.Status.PASS
            ? ""
            : (outcome.blame() == null ? "" : "blame: " + outcome.blame().text() + "\n")
                + RepeatCommand.of(outcome.key(), outcome.scenario());
    return new StatusDetails().setMessage(message).setTrace(trace);
  }

  private static List<Label> labels(MeasuredCell cell, Event.Outcome outcome) {
    CellKey key = outcome.key();
    return List.of(
        label("parentSuite", Texts.target(key.target())),
        label("suite", key.connector() + " " + key.version()),
        label("subSuite", key.interfaceId()),
        label("epic", key.connector()),
        label("feature", outcome.feature()),
        label("story", outcome.title()),
        label("framework", "tck"),
        label("language", key.language()),
        label("host", key.platform().cpu() + " " + key.platform().os()),
        label("thread", key.display()),
        label("tag", outcome.provisional() ? "provisional" : "confirmed"),
        label("runtime", cell.runtime()));
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  private static List<Parameter> parameters(CellKey key) {
    return List.of(
        parameter("connector", key.connector()),
        parameter("version", key.version()),
        parameter("interface", key.interfaceId()),
        parameter("target", key.target().kind() + " " + key.target().tdengine()),
        parameter("row", key.row()),
        parameter("platform", key.platform().cpu() + " " + key.platform().os()));
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(name).setValue(value);
  }

  private static StepResult step(CheckResult check, long start) {
    boolean passed = check.status() == dev.tck.results.Status.PASS;
    StepResult step = new StepResult();
    step.setName(check.level().text() + " " + check.id());
    step.setStatus(passed ? Status.PASSED : Status.FAILED);
    step.setStage(Stage.FINISHED);
    step.setStart(start);
    step.setStop(start);
    if (!passed) {
      step.setStatusDetails(
          new StatusDetails()
              .setMessage("expected " + check.expected() + ", found " + check.actual())
              .setExpected(check.expected())
              .setActual(check.actual()));
    }
    return step;
  }

  private static List<Attachment> attachments(Path folder, TestResult result, List<Path> files)
      throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      int dot = name.lastIndexOf('.');
      String source =
          uuid(result.getUuid() + name) + "-attachment" + (dot < 0 ? "" : name.substring(dot));
      Files.copy(file, folder.resolve(source), StandardCopyOption.REPLACE_EXISTING);
      attachments.add(new Attachment().setName(name).setSource(source).setType(type(name)));
    }
    return attachments;
  }

  private static String type(String name) {
    if (name.endsWith(".json")) {
      return "application/json";
    }
    boolean text =
        Stream.of(".txt", ".log", ".jsonl", ".ndjson", ".sql", ".md").anyMatch(name::endsWith);
    return text ? "text/plain" : "application/octet-stream";
  }

  /** Writes an enumeration as Allure spells it. */
  private static final class Spelling<T> extends JsonSerializer<T> {
    private final Function<T, String> spelling;

    private Spelling(Function<T, String> spelling) {
      this.spelling = spelling;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(spelling.apply(value));
    }
  }
}
