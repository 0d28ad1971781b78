package dev.tck.adapter.sdk;

import org.jspecify.annotations.Nullable;

/** What a statement brought: rows, or the number of affected rows. */
public final class QueryOutcome {
  private final @Nullable TranslatedResult result;
  private final @Nullable Long affected;

  private QueryOutcome(@Nullable TranslatedResult result, @Nullable Long affected) {
    this.result = result;
    this.affected = affected;
  }

  /** The statement has a result set. */
  public static QueryOutcome rows(TranslatedResult result) {
    return new QueryOutcome(result, null);
  }

  /** The statement has none; null if the connector reports no affected rows. */
  public static QueryOutcome affected(@Nullable Long rows) {
    return new QueryOutcome(null, rows);
  }

  @Nullable TranslatedResult result() {
    return result;
  }

  @Nullable Long affected() {
    return affected;
  }
}
