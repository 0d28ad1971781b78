package dev.tck.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;

/** What a command prints to: results on standard output, everything else on standard error. */
final class Console {
  private static final int DEFAULT_WIDTH = 100;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final boolean colours;
  private final int width;
  private boolean progressShown;

  Console(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.colours =
        terminal && !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
    this.width = width(environment.get("COLUMNS"));
  }

  private static int width(@org.jspecify.annotations.Nullable String columns) {
    return columns != null && columns.matches("\\d{2,4}")
        ? Integer.parseInt(columns)
        : DEFAULT_WIDTH;
  }

  /** Returns standard output for those who print by themselves, as the help does. */
  PrintWriter results() {
    return writer(out);
  }

  /** Returns standard error for those who print by themselves. */
  PrintWriter remarks() {
    return writer(err);
  }

  // By characters, because only the stream knows how it encodes them.
  private static PrintWriter writer(PrintStream stream) {
    Writer characters =
        new Writer() {
          @Override
          public void write(char[] buffer, int offset, int length) {
            stream.print(new String(buffer, offset, length));
          }

          @Override
          public void flush() {
            stream.flush();
          }

          @Override
          public void close() {}
        };
    return new PrintWriter(characters, true);
  }

  /** Prints a line that belongs to the command's result. */
  synchronized void print(String line) {
    clearProgress();
    out.println(line);
    out.flush();
  }

  /** Prints a line that is no result: progress that stays, a warning, an error. */
  synchronized void say(String line) {
    clearProgress();
    err.println(line);
    err.flush();
  }

  /** Shows a line that the next one replaces; nothing where nobody watches. */
  synchronized void progress(String line) {
    if (terminal) {
      String shown = line.length() < width ? line : line.substring(0, width - 1);
      err.print("\r" + shown + "\u001b[K");
      err.flush();
      progressShown = true;
    }
  }

  private void clearProgress() {
    if (progressShown) {
      err.print("\r\u001b[K");
      progressShown = false;
    }
  }

  /** Returns whether colours are wanted. */
  boolean hasColours() {
    return colours;
  }

  /** Returns the width of the terminal in columns. */
  int width() {
    return width;
  }
}
