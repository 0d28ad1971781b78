package dev.tck.reporting.formats;

import java.util.ArrayList;
import java.util.List;

/** Lays a table out in the columns of a terminal, and cuts what is too wide. */
final class TextTable {
  private static final int GAP = 2;
  private static final int NARROWEST = 3;

  private final List<String> titles;
  private final List<List<Cell>> rows = new ArrayList<>();

  TextTable(List<String> titles) {
    this.titles = List.copyOf(titles);
  }

  /**
   * Holds a cell.
   *
   * @param text is what it shows
   * @param style is how
   */
  record Cell(String text, Style style) {}

  void add(List<Cell> row) {
    if (row.size() != titles.size()) {
      throw new IllegalArgumentException(
          "a row of " + row.size() + " cells in a table of " + titles.size() + " columns");
    }
    rows.add(List.copyOf(row));
  }

  /**
   * Returns the table's lines, none wider than the width unless it is less than the columns need.
   */
  String render(int width, boolean colours) {
    int[] widths = widths(width);
    StringBuilder text = new StringBuilder();
    List<Cell> head = titles.stream().map(title -> new Cell(title, Style.BOLD)).toList();
    line(text, head, widths, colours);
    rows.forEach(row -> line(text, row, widths, colours));
    return text.toString();
  }

  private static void line(StringBuilder text, List<Cell> row, int[] widths, boolean colours) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      String shown = DisplayWidth.cut(cell.text(), widths[column]);
      line.append(cell.style().apply(shown, colours));
      if (column < row.size() - 1) {
        line.append(" ".repeat(widths[column] - DisplayWidth.of(shown) + GAP));
      }
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private int[] widths(int available) {
    int[] widths = new int[titles.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = DisplayWidth.of(titles.get(column));
      for (List<Cell> row : rows) {
        widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column).text()));
      }
    }
    int space = available - GAP * (widths.length - 1);
    while (sum(widths) > space && widths[widest(widths)] > NARROWEST) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int column = 1; column < widths.length; column++) {
      if (widths[column] > widths[widest]) {
        widest = column;
      }
    }
    return widest;
  }
}
