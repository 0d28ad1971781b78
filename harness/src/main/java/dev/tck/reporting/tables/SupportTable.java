package dev.tck.reporting.tables;

import java.util.List;

/**
 * Holds a table of the page.
 *
 * @param id is {@code platforms}, {@code versions}, {@code native}, {@code rest}, {@code
 *     websocket}, {@code installation} or {@code community}
 * @param title is its heading
 * @param about says what its cells mean
 * @param corner is the heading of its first column
 * @param columns are the headings of the others
 * @param rows are its rows
 */
public record SupportTable(
    String id, String title, String about, String corner, List<String> columns, List<Row> rows) {
  public SupportTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Holds a row.
   *
   * @param id is the row's id in the matrix
   * @param title is the page's name for it
   * @param line is its line in the page
   * @param note is what else is known of it; empty if nothing
   * @param cells are its cells, one a column
   */
  public record Row(String id, String title, int line, String note, List<TableCell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
