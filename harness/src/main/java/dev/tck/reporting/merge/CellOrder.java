package dev.tck.reporting.merge;

import dev.tck.matrix.Version;
import dev.tck.results.CellKey;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts cells as readers look for them: by connector, newest version first, by interface; ours is
 * last.
 */
public final class CellOrder implements Comparator<CellKey> {
  private static final List<String> INTERFACES = List.of("native", "rest", "websocket");

  private static final Comparator<CellKey> ORDER =
      Comparator.<CellKey, Boolean>comparing(key -> key.connector().equals(CellKey.REFERENCE))
          .thenComparing(CellKey::connector)
          .thenComparing(CellKey::version, CellOrder::newestFirst)
          .thenComparing(CellOrder::interfaceRank)
          .thenComparing(CellKey::interfaceId)
          .thenComparing(key -> key.target().kind())
          .thenComparing(key -> key.target().tdengine(), CellOrder::newestFirst)
          .thenComparing(key -> key.platform().os())
          .thenComparing(key -> key.platform().cpu())
          .thenComparing(CellKey::row)
          .thenComparing(CellKey::language);

  @Override
  public int compare(CellKey left, CellKey right) {
    return ORDER.compare(left, right);
  }

  private static int interfaceRank(CellKey key) {
    int rank = INTERFACES.indexOf(key.interfaceId());
    return rank < 0 ? INTERFACES.size() : rank;
  }

  private static int newestFirst(String left, String right) {
    Version leftVersion = Version.parse(left).orElse(Version.LOWEST);
    Version rightVersion = Version.parse(right).orElse(Version.LOWEST);
    int order = rightVersion.compareTo(leftVersion);
    return order != 0 ? order : right.compareTo(left);
  }
}
