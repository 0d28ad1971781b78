package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what the points of one super table need of it. */
final class TableNeeds {
  /** The name of the time column of tables that are created. */
  static final String TIME = "_ts";

  private final Map<String, Need> columns = new LinkedHashMap<>();
  private final Map<String, Need> tags = new LinkedHashMap<>();

  Map<String, Need> columns() {
    return columns;
  }

  Map<String, Need> tags() {
    return tags;
  }

  /** Adds a point's needs. */
  void add(Point point, String text) throws TaosException {
    requireDifferent(point.fields(), new HashSet<>(Set.of(TIME)));
    requireDifferent(point.tags(), new HashSet<>());
    for (Field tag : point.tags()) {
      if (tag.name().equals(TIME) || columns.containsKey(tag.name())) {
        throw ErrorCode.DUPLICATED_COLUMN.with();
      }
      add(tags, tag);
    }
    for (Field field : point.fields()) {
      Need known = columns.get(field.name());
      if (known != null && known.type() != field.value().type()) {
        throw Source.quoting(
            ErrorCode.SCHEMALESS_TYPE_CHANGED,
            "the type is not the same like before",
            text,
            field.offset());
      }
      if (tags.containsKey(field.name())) {
        throw ErrorCode.DUPLICATED_COLUMN.with();
      }
      add(columns, field);
    }
  }

  private static void add(Map<String, Need> needs, Field field) {
    Need known = needs.get(field.name());
    needs.put(field.name(), known == null ? Need.of(field) : known.and(field));
  }

  private static void requireDifferent(List<Field> fields, Set<String> names) throws TaosException {
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw ErrorCode.DUPLICATED_COLUMN.with();
      }
    }
  }
}
