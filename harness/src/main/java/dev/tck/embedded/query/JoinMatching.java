package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.sql.Query.JoinKind;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the rows of both sides that belong together, and puts them together in time order. */
final class JoinMatching {
  private static final int NO_ROW = -1;

  private final JoinSource.JoinRule rule;
  private final JoinConditions conditions;
  private final List<Integer> positions;
  private final JoinSource.Side left;
  private final JoinSource.Side right;
  private final JoinSource.Side probe;
  private final JoinSource.Side build;
  private final Pairs result = new Pairs();

  /** Collects numbers of rows of the probing and of the other side. */
  private static final class Pairs {
    private int[] probeRows = new int[64];
    private int[] buildRows = new int[64];
    private int size;

    void add(int probeRow, int buildRow) {
      if (size == probeRows.length) {
        probeRows = Arrays.copyOf(probeRows, 2 * size);
        buildRows = Arrays.copyOf(buildRows, 2 * size);
      }
      probeRows[size] = probeRow;
      buildRows[size++] = buildRow;
    }
  }

  JoinMatching(
      JoinSource.JoinRule rule,
      JoinConditions conditions,
      List<Integer> positions,
      JoinSource.Side left,
      JoinSource.Side right) {
    this.rule = rule;
    this.conditions = conditions;
    this.positions = positions;
    this.left = left;
    this.right = right;
    this.probe = rule.probesRight() ? right : left;
    this.build = rule.probesRight() ? left : right;
  }

  Batch join() throws TaosException {
    Map<RowKey, List<Integer>> index = index();
    Batch probeKeys = keys(probe, !rule.probesRight());
    int[] all = allOf(probeKeys.width());
    Pairs candidates = new Pairs();
    for (int row = 0; row < probe.rows().rows(); row++) {
      List<Integer> group =
          hasNull(probeKeys, row)
              ? List.of()
              : index.getOrDefault(RowKey.of(probeKeys, all, row), List.of());
      addCandidates(row, group, candidates);
    }
    choose(candidates, holds(candidates));
    if (rule.kind() == JoinKind.FULL) {
      addUnmatched();
    }
    return output();
  }

  private static int[] allOf(int width) {
    return java.util.stream.IntStream.range(0, width).toArray();
  }

  private Map<RowKey, List<Integer>> index() throws TaosException {
    Batch keys = keys(build, rule.probesRight());
    int[] all = allOf(keys.width());
    Map<RowKey, List<Integer>> index = new HashMap<>();
    for (int row = 0; row < build.rows().rows(); row++) {
      if (!hasNull(keys, row)) {
        index.computeIfAbsent(RowKey.of(keys, all, row), key -> new ArrayList<>()).add(row);
      }
    }
    return index;
  }

  private static boolean hasNull(Batch keys, int row) {
    for (int column = 0; column < keys.width(); column++) {
      if (keys.column(column).isNull(row)) {
        return true;
      }
    }
    return false;
  }

  private Batch keys(JoinSource.Side side, boolean isLeft) throws TaosException {
    List<JoinConditions.Equality> equalities = conditions.equalities();
    Vector[] columns = new Vector[equalities.size()];
    for (int index = 0; index < columns.length; index++) {
      JoinConditions.Equality equality = equalities.get(index);
      Batch rows = side.rows().project(slots(equality.scope()));
      columns[index] = (isLeft ? equality.left() : equality.right()).evaluate(rows);
    }
    return new Batch(side.rows().rows(), columns);
  }

  private int[] slots(Scope scope) {
    return scope.used().stream().mapToInt(positions::indexOf).toArray();
  }

  private void addCandidates(int probeRow, List<Integer> group, Pairs candidates) {
    if (rule.isWindow()) {
      long time = time(probe, probeRow);
      int from = firstNotBefore(group, time + rule.windowStart());
      for (int index = from; index < group.size(); index++) {
        if (time(build, group.get(index)) > time + rule.windowEnd()) {
          break;
        }
        candidates.add(probeRow, group.get(index));
      }
    } else if (rule.isAsOf()) {
      addNearest(probeRow, group, candidates);
    } else {
      group.forEach(row -> candidates.add(probeRow, row));
    }
  }

  private static long time(JoinSource.Side side, int row) {
    return side.rows().column(side.time()).longAt(row);
  }

  private int firstNotBefore(List<Integer> group, long time) {
    int low = 0;
    int high = group.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(build, group.get(middle)) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void addNearest(int probeRow, List<Integer> group, Pairs candidates) {
    boolean equal = conditions.equalities().stream().anyMatch(JoinConditions.Equality::ofTimes);
    if (equal) {
      group.forEach(row -> candidates.add(probeRow, row));
      return;
    }
    long time = time(probe, probeRow);
    int limit = (int) Math.min(rule.limit(), group.size());
    int from;
    int to;
    switch (probeComparedToBuild()) {
      case GREATER -> {
        to = firstNotBefore(group, time);
        from = Math.max(0, to - limit);
      }
      case LESS -> {
        from = firstNotBefore(group, time + 1);
        to = Math.min(group.size(), from + limit);
      }
      case LESS_OR_EQUAL -> {
        from = firstNotBefore(group, time);
        to = Math.min(group.size(), from + limit);
      }
      default -> {
        to = firstNotBefore(group, time + 1);
        from = Math.max(0, to - limit);
      }
    }
    for (int index = from; index < to; index++) {
      candidates.add(probeRow, group.get(index));
    }
  }

  private Comparator probeComparedToBuild() {
    if (conditions.timeOrders().isEmpty()) {
      return Comparator.GREATER_OR_EQUAL;
    }
    Comparator comparator = conditions.timeOrders().get(0).comparator();
    if (!rule.probesRight()) {
      return comparator;
    }
    return switch (comparator) {
      case LESS -> Comparator.GREATER;
      case GREATER -> Comparator.LESS;
      case LESS_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
      default -> Comparator.LESS_OR_EQUAL;
    };
  }

  // Whether the terms that are no equalities hold for each candidate.
  private boolean[] holds(Pairs candidates) throws TaosException {
    boolean[] holds = new boolean[candidates.size];
    Arrays.fill(holds, true);
    if (conditions.others().isEmpty() || candidates.size == 0) {
      return holds;
    }
    Batch rows = rows(candidates);
    for (JoinConditions.Term term : conditions.others()) {
      Vector truth = term.condition().evaluate(rows.project(slots(term.scope())));
      for (int index = 0; index < holds.length; index++) {
        holds[index] &= Logic.isTrue(truth, index);
      }
    }
    return holds;
  }

  private void choose(Pairs candidates, boolean[] holds) {
    int next = 0;
    for (int row = 0; row < probe.rows().rows(); row++) {
      int matches = 0;
      while (next < candidates.size && candidates.probeRows[next] == row) {
        if (holds[next] && matches < mostMatches()) {
          matches++;
          if (!isAnti()) {
            result.add(row, candidates.buildRows[next]);
          }
        }
        next++;
      }
      if (matches == 0 && keepsUnmatched()) {
        result.add(row, NO_ROW);
      }
    }
  }

  private long mostMatches() {
    return switch (rule.kind()) {
      case LEFT_SEMI, RIGHT_SEMI, LEFT_ANTI, RIGHT_ANTI -> 1;
      case LEFT_ASOF, RIGHT_ASOF, LEFT_WINDOW, RIGHT_WINDOW -> rule.limit();
      case INNER, LEFT, RIGHT, FULL -> Long.MAX_VALUE;
    };
  }

  private boolean isAnti() {
    return rule.kind() == JoinKind.LEFT_ANTI || rule.kind() == JoinKind.RIGHT_ANTI;
  }

  private boolean keepsUnmatched() {
    return switch (rule.kind()) {
      case INNER, LEFT_SEMI, RIGHT_SEMI -> false;
      case LEFT,
          RIGHT,
          FULL,
          LEFT_ANTI,
          RIGHT_ANTI,
          LEFT_ASOF,
          RIGHT_ASOF,
          LEFT_WINDOW,
          RIGHT_WINDOW ->
          true;
    };
  }

  private void addUnmatched() {
    boolean[] matched = new boolean[build.rows().rows()];
    for (int index = 0; index < result.size; index++) {
      if (result.buildRows[index] != NO_ROW) {
        matched[result.buildRows[index]] = true;
      }
    }
    for (int row = 0; row < matched.length; row++) {
      if (!matched[row]) {
        result.add(NO_ROW, row);
      }
    }
  }

  private Batch output() {
    if (rule.kind() != JoinKind.FULL) {
      return rows(result);
    }
    Integer[] order = new Integer[result.size];
    Arrays.setAll(order, index -> index);
    Arrays.sort(
        order,
        (first, second) -> {
          int byTime = Long.compare(time(first), time(second));
          boolean firstProbes = result.probeRows[first] != NO_ROW;
          boolean secondProbes = result.probeRows[second] != NO_ROW;
          return byTime != 0 ? byTime : Boolean.compare(secondProbes, firstProbes);
        });
    Pairs sorted = new Pairs();
    for (int index : order) {
      sorted.add(result.probeRows[index], result.buildRows[index]);
    }
    return rows(sorted);
  }

  private long time(int index) {
    return result.probeRows[index] != NO_ROW
        ? time(probe, result.probeRows[index])
        : time(build, result.buildRows[index]);
  }

  private Batch rows(Pairs pairs) {
    int[] leftRows = rule.probesRight() ? pairs.buildRows : pairs.probeRows;
    int[] rightRows = rule.probesRight() ? pairs.probeRows : pairs.buildRows;
    Vector[] columns = new Vector[positions.size()];
    for (int index = 0; index < columns.length; index++) {
      Vector ofLeft = left.rows().column(index);
      Vector ofRight = right.rows().column(index);
      boolean isLeft = ofLeft != null;
      columns[index] = gather(isLeft ? ofLeft : ofRight, isLeft ? leftRows : rightRows, pairs.size);
    }
    return new Batch(pairs.size, columns);
  }

  private static Vector gather(Vector values, int[] rows, int count) {
    VectorBuilder builder = new VectorBuilder(values.type(), count);
    for (int index = 0; index < count; index++) {
      if (rows[index] == NO_ROW) {
        builder.appendNull();
      } else {
        builder.append(values, rows[index]);
      }
    }
    return builder.build();
  }
}
