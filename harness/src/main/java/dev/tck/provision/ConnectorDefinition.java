package dev.tck.provision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a {@code connector.yaml} says of a connector under test.
 *
 * @param folder is the folder that it lies in
 * @param id identifies the connector in results
 * @param name is what a reader calls it
 * @param language is the language's id, as in {@code matrix/connectors.yaml}
 * @param official says whether TDengine's vendor makes it
 * @param interfaces are those of {@code native}, {@code rest} and {@code websocket} that its
 *     adapter offers
 * @param versions are the pinned versions, the newest first
 * @param platforms are the platforms it exists for: {@code x64-linux}
 * @param needs are the tools that provisioning needs, by the variable that stands for them
 * @param steps bring it into the cache
 * @param command starts the adapter; a template
 * @param environment is added to the adapter's environment; templates
 */
public record ConnectorDefinition(
    Path folder,
    String id,
    String name,
    String language,
    boolean official,
    List<String> interfaces,
    List<String> versions,
    List<String> platforms,
    Map<String, Need> needs,
    List<Step> steps,
    List<String> command,
    Map<String, String> environment) {
  public ConnectorDefinition {
    interfaces = List.copyOf(interfaces);
    versions = List.copyOf(versions);
    platforms = List.copyOf(platforms);
    needs = Map.copyOf(needs);
    steps = List.copyOf(steps);
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * Names a tool that must be on the machine.
   *
   * @param commands are its names on PATH, the best first
   * @param version are arguments that make it tell its version, which then counts for the cache;
   *     empty if its version does not matter
   * @param help says how to get it
   */
  public record Need(List<String> commands, List<String> version, String help) {
    public Need {
      commands = List.copyOf(commands);
      version = List.copyOf(version);
    }
  }

  /** Says where the connector comes from in a step's case. */
  public enum When {
    /** From its registry. */
    REGISTRY("registry"),
    /** From a local file. */
    SOURCE_FILE("source-file"),
    /** From a local folder. */
    SOURCE_FOLDER("source-folder");

    private final String text;

    When(String text) {
      this.text = text;
    }

    /** Returns the spelling in {@code connector.yaml}. */
    public String text() {
      return text;
    }
  }

  /**
   * One step of provisioning. Texts are templates.
   *
   * @param when are the cases in which it is done
   * @param says is what progress shows, empty for nothing of note
   * @param action is what it does
   */
  public record Step(List<When> when, String says, Action action) {
    public Step {
      when = List.copyOf(when);
    }
  }

  /** What a step does. */
  public sealed interface Action {}

  /**
   * Runs a command in the output folder.
   *
   * @param environment is added to the harness's own
   * @param record names the entry of the manifest that gets its output, null for none
   */
  public record Run(List<String> command, Map<String, String> environment, @Nullable String record)
      implements Action {
    public Run {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * Writes a text file.
   *
   * @param file is its path in the output folder
   */
  public record Write(String file, String text) implements Action {}

  /**
   * Copies a file or a folder.
   *
   * @param from is the source; its last part may have a {@code *}
   * @param to is the path in the output folder
   */
  public record Copy(String from, String to) implements Action {}

  /**
   * Compiles Java sources.
   *
   * @param sources are folders
   * @param classpath are jars and folders in the output folder; {@code lib/*} stands for all jars
   *     in it
   * @param to is the folder for classes in the output folder
   * @param release is the oldest Java that must run them, 0 for the running one
   */
  public record Compile(List<String> sources, List<String> classpath, String to, int release)
      implements Action {
    public Compile {
      sources = List.copyOf(sources);
      classpath = List.copyOf(classpath);
    }
  }

  /**
   * Writes names and checksums of files into the manifest.
   *
   * @param name is the entry
   * @param files is a path in the output folder; its last part may have a {@code *}
   */
  public record Fingerprint(String name, String files) implements Action {}
}
