package dev.tck.embedded.schemaless;

import dev.tck.embedded.TaosException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one line. */
interface PointParser {

  /** Returns the line's point. */
  Point parse() throws TaosException;

  /**
   * Returns a point whose tables have the names that TDengine gives them.
   *
   * @param measurement has its escapes still, which count for the child table's name
   * @param superTableName is the measurement without them
   */
  static Point point(
      String measurement,
      String superTableName,
      List<Field> tags,
      List<Field> fields,
      long time,
      Optional<String> tableNameKey) {
    String escaped = measurement.replace('.', '_');
    String superTable = superTableName.replace('.', '_');
    int naming = ChildTableName.namingTag(tags, tableNameKey);
    if (naming < 0) {
      return new Point(superTable, tags, ChildTableName.of(escaped, tags), fields, time);
    }
    List<Field> stored = new ArrayList<>(tags);
    Field name = stored.remove(naming);
    return new Point(superTable, stored, ChildTableName.of(name.value()), fields, time);
  }
}
