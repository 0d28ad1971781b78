package dev.tck.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies maps so that nobody can change them and the order of the page stays. */
final class Ordered {
  private Ordered() {}

  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
