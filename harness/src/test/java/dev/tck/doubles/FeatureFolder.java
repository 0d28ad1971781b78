package dev.tck.doubles;

import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.suite.SuiteLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of feature files that a test writes. */
public final class FeatureFolder {
  private final Path folder;

  /** Creates a folder's writer; the folder is there. */
  public FeatureFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes a file; {@code name} is a path with slashes below the folder. */
  public FeatureFolder with(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    return this;
  }

  /** Reads all files. */
  public Suite load() throws IOException {
    return new SuiteLoader().load(folder);
  }

  /** Writes one scenario of the feature row execute-sql and reads it; the steps are its lines. */
  public static Scenario scenario(Path folder, String tags, String... steps) throws IOException {
    String text =
        "Feature: f\n\n  " + tags + "\n  Scenario: s\n    " + String.join("\n    ", steps) + "\n";
    Suite suite = new FeatureFolder(folder).with("execute-sql/one.feature", text).load();
    return suite.scenarios().get(0);
  }
}
