package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.insert.InsertContext;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a request; those of line protocol that begin with {@code #} are comments. */
final class PointReader {
  private final SchemalessText request;
  private final PointTimes times;

  PointReader(SchemalessText request, Database database, InsertContext context) {
    this(request, new PointTimes(database.precision(), context.now(database.precision())));
  }

  PointReader(SchemalessText request, PointTimes times) {
    this.request = request;
    this.times = times;
  }

  /** Returns the points, at least one. */
  List<Point> read() throws TaosException {
    String text = request.text();
    List<Point> points = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      boolean comment = request.protocol() == Protocol.LINE && text.charAt(start) == '#';
      if (!comment) {
        points.add(parser(new Source(text, start, end)).parse());
      }
      start = end + 1;
    }
    if (points.isEmpty()) {
      throw ErrorCode.SCHEMALESS_INVALID_DATA.with("line num is invalid");
    }
    return points;
  }

  private PointParser parser(Source source) {
    return switch (request.protocol()) {
      case LINE -> new LineParser(source, times, request);
      case TELNET -> new TelnetParser(source, times, request);
    };
  }
}
