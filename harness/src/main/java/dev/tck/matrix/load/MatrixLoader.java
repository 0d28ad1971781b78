package dev.tck.matrix.load;

import dev.tck.matrix.Matrix;
import dev.tck.matrix.yaml.DataFileException;
import dev.tck.matrix.yaml.LocatedYaml;
import dev.tck.matrix.yaml.Mistake;
import dev.tck.matrix.yaml.SchemaCheck;
import dev.tck.matrix.yaml.YamlParser;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Loads the matrix from its folder: the six YAML files, and their schemas in {@code schema/}.
 * Nothing else is read.
 */
public final class MatrixLoader {
  private final YamlParser parser = new YamlParser();

  /**
   * Loads the matrix.
   *
   * @param folder is the folder {@code matrix}
   * @throws DataFileException if a file is missing or wrong; it holds all mistakes of all files
   * @throws IOException if a file cannot be read
   */
  public Matrix load(Path folder) throws IOException {
    SchemaCheck schemas = new SchemaCheck(readSchemas(folder.resolve("schema")));
    List<Mistake> mistakes = new ArrayList<>();
    Map<MatrixFile, LocatedYaml> files = new EnumMap<>(MatrixFile.class);
    for (MatrixFile file : MatrixFile.values()) {
      try {
        LocatedYaml yaml = parser.parse(file.fileName(), read(folder.resolve(file.fileName())));
        mistakes.addAll(schemas.check(yaml, file.schemaName()));
        files.put(file, yaml);
      } catch (DataFileException e) {
        mistakes.addAll(e.mistakes());
      }
    }
    mistakes.addAll(new CrossChecks(files).mistakes());
    if (!mistakes.isEmpty()) {
      throw new DataFileException(mistakes);
    }
    return MatrixRecords.of(files);
  }

  private static Map<String, String> readSchemas(Path folder) throws IOException {
    Map<String, String> schemas = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path file : entries.filter(path -> path.toString().endsWith(".json")).toList()) {
          schemas.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
      }
    }
    List<Mistake> missing = new ArrayList<>();
    for (MatrixFile file : MatrixFile.values()) {
      if (!schemas.containsKey(file.schemaName())) {
        missing.add(
            new Mistake("schema/" + file.schemaName(), 1, "there is no such file in " + folder));
      }
    }
    if (!missing.isEmpty()) {
      throw new DataFileException(missing);
    }
    return schemas;
  }

  private static String read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new DataFileException(
          List.of(new Mistake(name, 1, "there is no such file in " + file.getParent())));
    }
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new DataFileException(List.of(new Mistake(name, 1, "is no text in UTF-8")));
    }
  }
}
