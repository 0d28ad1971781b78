package dev.tck.embedded.catalogue;

import dev.tck.embedded.vector.Vector;
import java.util.HashMap;
import java.util.Map;

/** Holds the tags of one table, immutable; a tag without value is NULL. */
public final class TagValues {
  /** No values at all. */
  public static final TagValues NONE = new TagValues(Map.of());

  private final Map<Integer, Vector> values;

  private TagValues(Map<Integer, Vector> values) {
    this.values = values;
  }

  /** Returns the value of a tag as a vector of one row. */
  public Vector value(Column tag) {
    Vector value = values.get(tag.id());
    return value == null ? Vector.ofNulls(tag.type(), 1) : value.as(tag.type());
  }

  /** Returns the values with one changed; it must have one row. */
  public TagValues with(Column tag, Vector value) {
    Map<Integer, Vector> changed = new HashMap<>(values);
    changed.put(tag.id(), value);
    return new TagValues(Map.copyOf(changed));
  }
}
