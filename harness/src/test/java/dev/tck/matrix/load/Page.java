package dev.tck.matrix.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The vendor's page, as it was; reads its Markdown tables without a look at our own data. */
final class Page {
  private final List<String> lines;

  Page() throws IOException {
    try (InputStream page = Page.class.getResourceAsStream("/dev/tck/matrix/client-libraries.md")) {
      String text = new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
      this.lines = text.lines().toList();
    }
  }

  /** One cell of a table below its heading row. */
  record Cell(int line, String column, String literal) {}

  String line(int number) {
    return lines.get(number - 1);
  }

  /** Returns the cells of the table whose heading row is in a line, without its row headings. */
  List<Cell> table(int headingLine, int rowHeadings) {
    List<String> columns = cells(line(headingLine));
    List<Cell> cells = new ArrayList<>();
    for (int number = headingLine + 2; line(number).startsWith("|"); number++) {
      List<String> row = cells(line(number));
      for (int column = rowHeadings; column < row.size(); column++) {
        cells.add(new Cell(number, columns.get(column), row.get(column)));
      }
    }
    return cells;
  }

  static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("\\|", -1)).map(c -> c.strip().replace("**", "")).toList();
  }
}
