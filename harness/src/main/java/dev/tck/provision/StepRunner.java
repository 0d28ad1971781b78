package dev.tck.provision;

import static java.util.stream.Collectors.joining;

import dev.tck.provision.ConnectorDefinition.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Carries out the steps of one cache entry. */
final class StepRunner {
  private static final int WORDS = 3;
  private static final int LINE = 200;
  private static final String PROMPT = "$ ";
  private static final Pattern ERROR = Pattern.compile("\\bERROR\\b|\\berror:");
  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]+@");

  private final Tools tools;
  private final Map<String, String> values;
  private final Path out;
  private final Path log;
  private final Manifest manifest;

  StepRunner(Tools tools, Map<String, String> values, Path out, Path log, Manifest manifest) {
    this.tools = tools;
    this.values = values;
    this.out = out;
    this.log = log;
    this.manifest = manifest;
  }

  void carryOut(Action action) throws IOException, InterruptedException, ProvisionException {
    if (action instanceof ConnectorDefinition.Run run) {
      run(run);
    } else if (action instanceof ConnectorDefinition.Write write) {
      Path file = out.resolve(fill(write.file()));
      FilePattern.createParent(file);
      Files.writeString(file, fill(write.text()));
    } else if (action instanceof ConnectorDefinition.Copy copy) {
      copy(copy);
    } else if (action instanceof ConnectorDefinition.Compile compile) {
      compile(compile);
    } else if (action instanceof ConnectorDefinition.Fingerprint fingerprint) {
      fingerprint(fingerprint);
    }
  }

  private void run(ConnectorDefinition.Run run)
      throws IOException, InterruptedException, ProvisionException {
    List<String> command = Template.fill(run.command(), values);
    Map<String, String> environment = new LinkedHashMap<>();
    run.environment().forEach((name, value) -> environment.put(name, fill(value)));
    Files.writeString(
        log,
        PROMPT + String.join(" ", command).replace('\n', ' ') + "\n",
        java.nio.file.StandardOpenOption.APPEND);
    Tools.Output output;
    try {
      output = tools.run(command, environment, out, log);
    } catch (IOException e) {
      throw new ProvisionException(
          "`" + command.get(0) + "` cannot be started: " + e.getMessage(), "", log);
    }
    if (output.exitCode() != 0) {
      throw new ProvisionException(
          "`"
              + Path.of(command.get(0)).getFileName()
              + "` ended with exit code "
              + output.exitCode()
              + ": "
              + lastWords(),
          "is the registry reachable? provisioning needs it once, later runs work offline",
          log);
    }
    if (run.record() != null) {
      manifest.add(run.record(), output.text().lines().filter(line -> !line.isBlank()).toList());
    }
  }

  // Tools mark what matters; what does not mark it says it last.
  private String lastWords() throws IOException {
    List<String> lines = Files.readString(log).lines().filter(line -> !line.isBlank()).toList();
    int start = 0;
    for (int index = 0; index < lines.size(); index++) {
      start = lines.get(index).startsWith(PROMPT) ? index + 1 : start;
    }
    List<String> said = lines.subList(start, lines.size());
    List<String> errors = said.stream().filter(line -> ERROR.matcher(line).find()).toList();
    List<String> words =
        errors.isEmpty() ? said.subList(Math.max(0, said.size() - WORDS), said.size()) : errors;
    return words.stream().limit(WORDS).map(StepRunner::abbreviated).collect(joining(" | "));
  }

  private static String abbreviated(String line) {
    String clean = CREDENTIALS.matcher(line.strip()).replaceAll("://***@");
    return clean.length() <= LINE ? clean : clean.substring(0, LINE) + "…";
  }

  private void copy(ConnectorDefinition.Copy copy) throws IOException, ProvisionException {
    Path to = out.resolve(fill(copy.to()));
    for (Path from : found(fill(copy.from()))) {
      FilePattern.copy(from, copy.from().contains("*") ? to.resolve(from.getFileName()) : to);
    }
  }

  private void compile(ConnectorDefinition.Compile compile) throws IOException, ProvisionException {
    List<Path> folders = new ArrayList<>();
    for (String folder : compile.sources()) {
      folders.addAll(found(fill(folder)));
    }
    List<Path> classpath = new ArrayList<>();
    for (String part : compile.classpath()) {
      classpath.addAll(found(fill(part)));
    }
    JavaSources.compile(
        folders, classpath, out.resolve(fill(compile.to())), compile.release(), log);
  }

  private void fingerprint(ConnectorDefinition.Fingerprint fingerprint)
      throws IOException, ProvisionException {
    List<String> lines = new ArrayList<>();
    for (Path file : found(fill(fingerprint.files()))) {
      lines.add(file.getFileName() + " sha256:" + CacheKey.checksum(file));
    }
    manifest.add(fingerprint.name(), lines);
  }

  private List<Path> found(String pattern) throws IOException, ProvisionException {
    List<Path> files = FilePattern.find(out, pattern);
    if (files.isEmpty()) {
      throw new ProvisionException(
          "there is no " + pattern, "look into the log, and at the steps before", log);
    }
    return files;
  }

  private String fill(String text) {
    return Template.fill(text, values);
  }
}
