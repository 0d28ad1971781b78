package dev.tck.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code results.jsonl}; a last line that was cut off is dropped, any other broken line is an
 * error.
 */
public final class ResultsReader {
  private final EventJson json = new EventJson();

  /**
   * Reads all events of a file.
   *
   * @throws ResultsFormatException if a line that is not the last is no event; it names file and
   *     line
   * @throws IOException if the file cannot be read
   */
  public List<Event> read(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; ) {
        number++;
        String next = reader.readLine();
        if (!line.isBlank()) {
          add(events, line, file, number, next == null);
        }
        line = next;
      }
    }
    return events;
  }

  private void add(List<Event> events, String line, Path file, int number, boolean last) {
    try {
      events.add(json.read(line));
    } catch (JsonProcessingException e) {
      if (!last) {
        throw new ResultsFormatException(
            file + ":" + number + ": no event of results.jsonl (" + e.getOriginalMessage() + ")");
      }
    }
  }
}
