package dev.tck.adapter.process;

import dev.tck.adapter.Redaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last lines of a free log, without passwords, and copies all of it to a file if one is
 * given.
 */
final class LogTail {
  private static final int LINES = 2_000;
  private static final int CHARACTERS = 256 << 10;
  private static final int LINE = 4_000;

  private final Redaction redaction;
  private final @Nullable Path file;
  private final Deque<String> tail = new ArrayDeque<>();
  private int characters;
  private long total;

  LogTail(Redaction redaction, @Nullable Path file) {
    this.redaction = redaction;
    this.file = file;
  }

  /** Reads the stream to its end. */
  void drain(InputStream stream) {
    try (Writer copy = file == null ? Writer.nullWriter() : open(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = line(reader); line != null; line = line(reader)) {
        String clean = add(line);
        copy.write(clean + "\n");
        copy.flush();
      }
    } catch (IOException e) {
      // The process is gone, or its log cannot be written: a log is never a fault.
      add("(the log ends here: " + e.getMessage() + ")");
    }
  }

  /** Adds a line and returns it without passwords. */
  synchronized String add(String line) {
    String clean = redaction.text(line);
    tail.addLast(clean);
    characters += clean.length();
    total++;
    while (tail.size() > LINES || (characters > CHARACTERS && tail.size() > 1)) {
      characters -= tail.removeFirst().length();
    }
    return clean;
  }

  /** Returns how many lines there were so far. */
  synchronized long total() {
    return total;
  }

  /** Returns the kept lines after the first {@code from}. */
  synchronized String textAfter(long from) {
    long skip = Math.max(0, from - (total - tail.size()));
    StringBuilder text = new StringBuilder();
    tail.stream().skip(skip).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  // A line without end must not fill the memory: it is cut into pieces.
  private static @Nullable String line(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = reader.read(); next >= 0; next = reader.read()) {
      if (next == '\n') {
        return line.toString();
      }
      line.append((char) next);
      if (line.length() >= LINE) {
        return line.toString();
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  private static Writer open(Path file) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return Files.newBufferedWriter(
          file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the adapter's log " + file, e);
    }
  }
}
