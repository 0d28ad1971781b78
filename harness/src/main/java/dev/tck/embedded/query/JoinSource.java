package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Query.JoinKind;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two sources joined; the columns of the left one come first. */
final class JoinSource implements Source {
  private final Source left;
  private final Source right;
  private final JoinRule rule;
  private final Scope onScope;
  private final Optional<Scalar> on;
  private final List<SourceColumn> columns = new ArrayList<>();
  private final List<String> qualifiers = new ArrayList<>();

  /**
   * Says how rows are joined.
   *
   * @param windowStart and {@code windowEnd} are those of a window join, in units of time
   * @param limit is the most rows that an ASOF or window join joins to a row
   */
  record JoinRule(JoinKind kind, long windowStart, long windowEnd, long limit) {
    boolean probesRight() {
      return switch (kind) {
        case RIGHT, RIGHT_SEMI, RIGHT_ANTI, RIGHT_ASOF, RIGHT_WINDOW -> true;
        case INNER, LEFT, FULL, LEFT_SEMI, LEFT_ANTI, LEFT_ASOF, LEFT_WINDOW -> false;
      };
    }

    boolean isWindow() {
      return kind == JoinKind.LEFT_WINDOW || kind == JoinKind.RIGHT_WINDOW;
    }

    boolean isAsOf() {
      return kind == JoinKind.LEFT_ASOF || kind == JoinKind.RIGHT_ASOF;
    }
  }

  /** Makes the condition of a join, given the columns that it may name. */
  interface ConditionBinder {
    Optional<Scalar> bind(Scope scope) throws TaosException;
  }

  JoinSource(Source left, Source right, JoinRule rule, ConditionBinder condition)
      throws TaosException {
    this.left = left;
    this.right = right;
    this.rule = rule;
    for (Source side : List.of(left, right)) {
      columns.addAll(side.columns());
      qualifiers.addAll(side.qualifiers());
    }
    this.onScope = new Scope(this);
    this.on = condition.bind(onScope);
  }

  boolean isWindowJoin() {
    return rule.isWindow();
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public List<String> qualifiers() {
    return qualifiers;
  }

  int leftWidth() {
    return left.columns().size();
  }

  @Override
  public int primaryTimestamp() {
    if (rule.kind() == JoinKind.FULL) {
      return NONE;
    }
    if (!rule.probesRight()) {
      return left.primaryTimestamp();
    }
    return right.primaryTimestamp() == NONE ? NONE : leftWidth() + right.primaryTimestamp();
  }

  @Override
  public List<Integer> timestamps() {
    List<Integer> all = new ArrayList<>(left.timestamps());
    right.timestamps().forEach(position -> all.add(leftWidth() + position));
    return all;
  }

  @Override
  public Precision precision() {
    return left.precision();
  }

  @Override
  public Kind kind() {
    return Kind.JOIN;
  }

  @Override
  public boolean isTimeline() {
    return false;
  }

  @Override
  public List<Integer> starColumns(Optional<String> qualifier) {
    List<Integer> all = new ArrayList<>(left.starColumns(qualifier));
    right.starColumns(qualifier).forEach(position -> all.add(leftWidth() + position));
    return all;
  }

  /**
   * Refuses the join unless its condition, or for an inner join WHERE, compares primary timestamps.
   */
  void requireCondition(Optional<Scope> scope, Optional<Scalar> where) throws TaosException {
    if (rule.isWindow() || (rule.isAsOf() && on.isEmpty())) {
      return;
    }
    JoinConditions conditions = conditions();
    if (rule.kind() == JoinKind.INNER && scope.isPresent() && where.isPresent()) {
      conditions.add(where.get(), scope.get());
    }
    conditions.require(rule);
  }

  private JoinConditions conditions() {
    JoinConditions conditions = new JoinConditions(this);
    on.ifPresent(condition -> conditions.add(condition, onScope));
    return conditions;
  }

  @Override
  public BatchStream open(ScanRequest request) throws TaosException {
    List<Integer> positions = new ArrayList<>(request.columns());
    onScope.used().stream().filter(used -> !positions.contains(used)).forEach(positions::add);
    for (int timestamp : ownTimestamps()) {
      if (!positions.contains(timestamp)) {
        positions.add(timestamp);
      }
    }
    JoinConditions conditions = conditions();
    if (rule.kind() == JoinKind.INNER && request.filter().isPresent()) {
      conditions.add(request.filter().get(), Scope.of(this, request.columns()));
    }
    Side leftSide = side(left, 0, positions);
    Side rightSide = side(right, leftWidth(), positions);
    Batch joined = new JoinMatching(rule, conditions, positions, leftSide, rightSide).join();
    BatchStream rows = Sorting.slices(joined.project(firstOf(request.columns().size())));
    return request.filter().isPresent() ? new FilterStream(rows, request.filter().get()) : rows;
  }

  private List<Integer> ownTimestamps() throws TaosException {
    if (left.primaryTimestamp() == NONE || right.primaryTimestamp() == NONE) {
      throw ErrorCode.JOIN_NOT_SUPPORTED.with();
    }
    return List.of(left.primaryTimestamp(), leftWidth() + right.primaryTimestamp());
  }

  private static int[] firstOf(int count) {
    return java.util.stream.IntStream.range(0, count).toArray();
  }

  /**
   * Holds the rows of one side in time order.
   *
   * @param rows have a column for each wanted one, null for those of the other side
   * @param time is the position of the primary timestamp among them
   */
  record Side(Batch rows, int time) {}

  private static Side side(Source source, int offset, List<Integer> positions)
      throws TaosException {
    int width = source.columns().size();
    List<Integer> wanted = new ArrayList<>();
    for (int position : positions) {
      if (position >= offset && position < offset + width) {
        wanted.add(position - offset);
      }
    }
    Batch read =
        Sorting.collect(
            source.open(new ScanRequest(wanted, Optional.empty(), TimeRange.ALL)),
            wanted.stream().map(position -> source.columns().get(position).type()).toList());
    int time = wanted.indexOf(source.primaryTimestamp());
    Batch sorted = Sorting.sort(read, List.of(new Sorting.Key(time, false, true)));
    Vector[] columns = new Vector[positions.size()];
    for (int index = 0; index < columns.length; index++) {
      int found = wanted.indexOf(positions.get(index) - offset);
      if (found >= 0 && positions.get(index) >= offset) {
        columns[index] = sorted.column(found);
      }
    }
    return new Side(
        new Batch(sorted.rows(), columns), positions.indexOf(offset + source.primaryTimestamp()));
  }
}
