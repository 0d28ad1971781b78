package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonStringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a result in pages. */
final class Pages {
  // Keeps a line far below the harness's limit, however wide the rows are.
  private static final int PAGE_CHARACTERS = 8 << 20;

  private final TranslatedResult result;
  private final List<Column> columns;
  private final int pageRows;
  private boolean ended;

  Pages(TranslatedResult result, int pageRows) throws Exception {
    this.result = result;
    this.columns = result.columns();
    this.pageRows = pageRows;
  }

  /** Writes the first page, with the columns. */
  void writeFirst(JsonStringWriter out) throws Exception {
    Page page = read();
    out.array("columns");
    for (int index = 0; index < columns.size(); index++) {
      writeColumn(out, columns.get(index), page.hostTypes(index));
    }
    out.end();
    page.write(out);
  }

  /** Writes the next page. */
  void writeNext(JsonStringWriter out) throws Exception {
    read().write(out);
  }

  void close() throws Exception {
    result.close();
  }

  private synchronized Page read() throws Exception {
    Page page = new Page(columns.size());
    while (!ended && page.rows.size() < pageRows && page.characters < PAGE_CHARACTERS) {
      if (result.next()) {
        page.add(result);
      } else {
        ended = true;
      }
    }
    page.more = !ended;
    return page;
  }

  private static void writeColumn(JsonStringWriter out, Column column, Set<String> hostTypes) {
    out.object().value("name", column.name());
    if (column.type() != null) {
      out.value("type", column.type());
    }
    if (column.length() != null) {
      out.value("length", column.length());
    }
    out.value("nat", hostTypes.isEmpty() ? column.hostType() : String.join("|", hostTypes)).end();
  }

  /** Returns how a host type is called: {@code java.lang.Integer}, {@code byte[]}. */
  static String hostType(Object host) {
    return host.getClass().getTypeName();
  }

  /** Holds the rows of one page. */
  private static final class Page {
    private final List<@Nullable WireValue[]> rows = new ArrayList<>();
    private final List<Set<String>> hostTypes = new ArrayList<>();
    private long characters;
    private boolean more;

    Page(int width) {
      for (int index = 0; index < width; index++) {
        hostTypes.add(new LinkedHashSet<>());
      }
    }

    Set<String> hostTypes(int index) {
      return hostTypes.get(index);
    }

    void add(TranslatedResult result) throws Exception {
      @Nullable WireValue[] row = new WireValue[hostTypes.size()];
      for (int index = 0; index < row.length; index++) {
        Object host = result.get(index);
        if (host != null) {
          hostTypes.get(index).add(hostType(host));
          WireValue value = result.translate(index, host);
          characters += value.size();
          row[index] = value;
        }
      }
      rows.add(row);
    }

    void write(JsonStringWriter out) {
      out.array("rows");
      for (@Nullable WireValue[] row : rows) {
        out.array();
        for (WireValue value : row) {
          if (value == null) {
            out.nul();
          } else {
            value.write(out);
          }
        }
        out.end();
      }
      out.end().value("more", more);
    }
  }
}
