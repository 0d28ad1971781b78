package dev.tck.targets.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the shared libraries of the system that programs need, the loader included. */
final class SharedLibraries {
  private static final Pattern FOUND = Pattern.compile("(?:\\S+ => )?(/\\S+) \\(0x\\p{XDigit}+\\)");
  private static final Pattern MISSING = Pattern.compile("(\\S+) => not found");

  private final String command;

  /** Creates a search by a command that answers as {@code ldd} does. */
  SharedLibraries(String command) {
    this.command = command;
  }

  /**
   * Returns the files that the binaries need and that are none of them.
   *
   * @param binaries are programs and libraries; they may need each other
   * @throws ImageException if one that they need is not on this machine
   */
  Set<Path> neededBy(List<Path> binaries) throws ImageException {
    return read(output(binaries), binaries);
  }

  static Set<Path> read(List<String> lines, List<Path> binaries) throws ImageException {
    Set<String> own =
        binaries.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    Set<Path> needed = new TreeSet<>();
    for (String line : lines) {
      Matcher missing = MISSING.matcher(line.strip());
      // The launcher has loaded libjvm before any library asks for it by its mere name.
      if (missing.matches() && !own.contains(missing.group(1))) {
        throw new ImageException(
            "a library that this Java needs is not there: " + missing.group(1));
      }
      Matcher found = FOUND.matcher(line.strip());
      if (found.matches()) {
        Path file = Path.of(found.group(1));
        if (!own.contains(file.getFileName().toString())) {
          needed.add(file);
        }
      }
    }
    return needed;
  }

  private List<String> output(List<Path> binaries) throws ImageException {
    List<String> words = new ArrayList<>();
    words.add(command);
    binaries.forEach(binary -> words.add(binary.toString()));
    try {
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output.lines().toList();
    } catch (IOException e) {
      throw new ImageException(
          command
              + " does not start ("
              + e.getMessage()
              + "); an image can be made on Linux, where ldd tells which libraries Java needs");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageException("interrupted while " + command + " ran");
    }
  }
}
