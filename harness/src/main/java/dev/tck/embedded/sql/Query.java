package dev.tck.embedded.sql;

import dev.tck.embedded.type.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A query: a SELECT or a union, with its order and limits.
 *
 * @param groupLimit is SLIMIT with SOFFSET
 * @param limit is LIMIT with OFFSET
 */
public record Query(
    Body body, List<SortItem> order, Optional<Limit> groupLimit, Optional<Limit> limit) {

  /** How many of what, after how many that are left out. */
  public record Limit(long count, long offset) {}

  /** An element of ORDER BY; without NULLS FIRST or LAST, NULL counts as the least value. */
  public record SortItem(Expression expression, boolean descending, Optional<Boolean> nullsFirst) {}

  /** A SELECT or a union. */
  public sealed interface Body {}

  /** A union; without ALL, equal rows count once. */
  public record Union(boolean all, Query left, Query right) implements Body {}

  /** Names what the word after SELECT says. */
  public enum Quantifier {
    ALL,
    DISTINCT
  }

  /**
   * An element of a select list.
   *
   * @param text is the expression as written, for naming the column
   */
  public record SelectItem(Expression expression, Optional<String> alias, String text) {}

  /** An element of PARTITION BY. */
  public record PartitionItem(Expression expression, Optional<String> alias) {}

  /**
   * A SELECT without order and limits.
   *
   * @param tagsOnly is true for {@code select tags …}: one row a table
   */
  public record Select(
      Quantifier quantifier,
      boolean tagsOnly,
      List<SelectItem> items,
      Optional<Source> from,
      Optional<Expression> where,
      List<PartitionItem> partition,
      Optional<Range> range,
      Optional<TimeSpan> every,
      Optional<Fill> fill,
      Optional<Window> window,
      List<Expression> group,
      Optional<Expression> having)
      implements Body {}

  /** RANGE of INTERP. */
  public record Range(Expression start, Optional<Expression> end, Optional<Expression> around) {}

  /** Names the modes of FILL. */
  public enum FillMode {
    NONE,
    NULL,
    NULL_F,
    VALUE,
    VALUE_F,
    LINEAR,
    PREV,
    NEXT,
    NEAR
  }

  /** A FILL clause. */
  public record Fill(FillMode mode, List<Expression> values) {}

  /** A time window. */
  public sealed interface Window {}

  /** INTERVAL; an offset of AUTO is empty with {@code autoOffset}. */
  public record Interval(
      TimeSpan length,
      Optional<TimeSpan> offset,
      boolean autoOffset,
      Optional<TimeSpan> sliding,
      Optional<Fill> fill)
      implements Window {}

  /** SESSION. */
  public record Session(Expression column, TimeSpan gap) implements Window {}

  /** STATE_WINDOW. */
  public record StateWindow(Expression state, Optional<TimeSpan> trueFor) implements Window {}

  /** EVENT_WINDOW. */
  public record EventWindow(Expression start, Expression end, Optional<TimeSpan> trueFor)
      implements Window {}

  /** COUNT_WINDOW. */
  public record CountWindow(long count, OptionalLong sliding) implements Window {}

  /** What a SELECT reads. */
  public sealed interface Source {}

  /** A table. */
  public record NamedTable(TableName name, Optional<String> alias) implements Source {}

  /** A query in parentheses. */
  public record DerivedTable(Query query, Optional<String> alias) implements Source {}

  /** Names the kinds of joins. */
  public enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    LEFT_SEMI,
    RIGHT_SEMI,
    LEFT_ANTI,
    RIGHT_ANTI,
    LEFT_ASOF,
    RIGHT_ASOF,
    LEFT_WINDOW,
    RIGHT_WINDOW
  }

  /** WINDOW_OFFSET of a window join; spans may be negative. */
  public record WindowOffset(TimeSpan start, TimeSpan end) {}

  /** Two sources joined; a comma is an inner join without condition of its own. */
  public record Join(
      JoinKind kind,
      Source left,
      Source right,
      Optional<Expression> on,
      Optional<WindowOffset> windowOffset,
      OptionalLong limit)
      implements Source {}
}
