package dev.tck.results;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of {@code results.jsonl}; optional texts are empty, never null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Run.class, name = "run"),
  @JsonSubTypes.Type(value = Event.Cell.class, name = "cell"),
  @JsonSubTypes.Type(value = Event.Outcome.class, name = "outcome"),
  @JsonSubTypes.Type(value = Event.Control.class, name = "control"),
  @JsonSubTypes.Type(value = Event.Note.class, name = "note"),
  @JsonSubTypes.Type(value = Event.End.class, name = "end")
})
public sealed interface Event {

  /** The version of this format. */
  int SCHEMA = 1;

  /**
   * Opens a run; always the first line.
   *
   * @param schema is {@link #SCHEMA}
   * @param harness is the harness's version
   * @param commit is the commit it was built from, with {@code -dirty} if files differ; empty if
   *     unknown
   * @param started is when the run began
   * @param platform is the machine
   * @param official is true only for {@code --official} in CI from a clean tagged commit
   * @param planHash is a hash of what was planned, so that shards of one plan find each other
   */
  record Run(
      int schema,
      String harness,
      String commit,
      Instant started,
      Machine platform,
      boolean official,
      String planHash)
      implements Event {
    public Run {
      requireNonNull(started);
      requireNonNull(platform);
      harness = orEmpty(harness);
      commit = orEmpty(commit);
      planHash = orEmpty(planHash);
    }
  }

  /**
   * Describes the machine of a run.
   *
   * @param osVersion is what the system calls its version
   * @param emulated says whether the processor is emulated
   */
  record Machine(String cpu, String os, String osVersion, boolean emulated) {
    public Machine {
      requireNonNull(cpu);
      requireNonNull(os);
      osVersion = orEmpty(osVersion);
    }

    /** Returns the part of the description that identifies cells. */
    @JsonIgnore
    public Platform platform() {
      return new Platform(cpu, os);
    }
  }

  /**
   * Announces a cell, or says why it was not measured.
   *
   * @param status is null for a cell that is measured, {@code NOT_RUN} for one that is not
   * @param reason says why a cell was not measured
   * @param runtime names what executed the connector: {@code CPython 3.11.7}
   * @param capabilities are the adapter's
   */
  record Cell(
      String connector,
      String version,
      String language,
      @JsonProperty("interface") String interfaceId,
      TargetId target,
      String row,
      Platform platform,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Status status,
      String reason,
      String runtime,
      List<String> capabilities)
      implements Event {
    public Cell {
      reason = orEmpty(reason);
      runtime = orEmpty(runtime);
      capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
    }

    /** Announces a cell that is measured. */
    public static Cell measured(CellKey key, String runtime, List<String> capabilities) {
      return of(key, null, "", runtime, capabilities);
    }

    /** Reports a cell that is not measured. */
    public static Cell notRun(CellKey key, String reason) {
      return of(key, Status.NOT_RUN, reason, "", List.of());
    }

    private static Cell of(
        CellKey key,
        @Nullable Status status,
        String reason,
        String runtime,
        List<String> capabilities) {
      return new Cell(
          key.connector(),
          key.version(),
          key.language(),
          key.interfaceId(),
          key.target(),
          key.row(),
          key.platform(),
          status,
          reason,
          runtime,
          capabilities);
    }

    /** Returns the cell's identity. */
    @JsonIgnore
    public CellKey key() {
      return new CellKey(connector, version, language, interfaceId, target, row, platform);
    }
  }

  /**
   * Reports one scenario in one cell.
   *
   * @param scenario is the stable id, with axis values: {@code SQL-012[ns]}
   * @param title is the scenario's name
   * @param feature is the feature row's id: {@code execute-sql}
   * @param blame says who is at fault; null on a pass
   * @param reason says in a sentence why the scenario did not pass
   * @param provisional is true while no real server has confirmed the expectation: shown, not
   *     counted
   * @param evidence is a path below the report's folder; empty if nothing was kept
   */
  record Outcome(
      String scenario,
      String title,
      String feature,
      String connector,
      String version,
      String language,
      @JsonProperty("interface") String interfaceId,
      TargetId target,
      String row,
      Platform platform,
      Status status,
      @Nullable Blame blame,
      String reason,
      boolean provisional,
      List<CheckResult> checks,
      long durationMicros,
      String evidence)
      implements Event {
    public Outcome {
      requireNonNull(scenario);
      requireNonNull(status);
      title = orEmpty(title);
      feature = orEmpty(feature);
      reason = orEmpty(reason);
      checks = checks == null ? List.of() : List.copyOf(checks);
      evidence = orEmpty(evidence);
    }

    /** Returns the identity of the cell. */
    @JsonIgnore
    public CellKey key() {
      return new CellKey(connector, version, language, interfaceId, target, row, platform);
    }
  }

  /**
   * Reports the reference connector's result of a scenario that failed elsewhere on the same
   * target.
   *
   * @param scenario is the scenario's id
   * @param interfaceId is the interface that the reference connector used
   * @param sameFailure is true if the same checks failed in the same way, which puts the blame on
   *     the target
   */
  record Control(
      String scenario,
      @JsonProperty("interface") String interfaceId,
      TargetId target,
      Status status,
      boolean sameFailure,
      String reason,
      List<CheckResult> checks)
      implements Event {
    public Control {
      reason = orEmpty(reason);
      checks = checks == null ? List.of() : List.copyOf(checks);
    }
  }

  /**
   * Says something about the run that is no result: a restart, a warning.
   *
   * @param at is when
   * @param text is a sentence
   */
  record Note(Instant at, String text) implements Event {}

  /**
   * Closes a run; a file without it is of a run that was interrupted or killed.
   *
   * @param exit is the exit code
   * @param reason is the sentence that explains it
   * @param partial is true if the run was interrupted
   * @param counts is how many outcomes have each status
   */
  record End(int exit, String reason, boolean partial, Map<String, Integer> counts)
      implements Event {
    public End {
      reason = orEmpty(reason);
      counts = counts == null ? Map.of() : Map.copyOf(new java.util.TreeMap<>(counts));
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
