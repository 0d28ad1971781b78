package dev.tck.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Appends events to {@code results.jsonl}, each flushed as it happens; may be called from any
 * thread.
 */
public final class ResultsWriter implements Consumer<Event>, AutoCloseable {
  private final EventJson json = new EventJson();
  private final BufferedWriter writer;

  /**
   * Creates or replaces the file.
   *
   * @throws IOException if the file cannot be written
   */
  public ResultsWriter(Path file) throws IOException {
    // Connectors return half surrogate pairs, which the strict encoder of newBufferedWriter
    // refuses.
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void accept(Event event) {
    try {
      writer.write(json.write(event));
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("results.jsonl cannot be written", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
