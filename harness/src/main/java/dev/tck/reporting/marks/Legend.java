package dev.tck.reporting.marks;

import java.util.List;

/** Explains the marks to readers. */
public final class Legend {
  private Legend() {}

  /**
   * Explains a mark.
   *
   * @param id is the mark's name in style sheets
   * @param symbol is what stands in a table
   * @param meaning is the explanation, a sentence without its end
   */
  public record Entry(String id, String symbol, String meaning) {}

  /** Returns the explanations, the best mark first. */
  public static List<Entry> entries() {
    return List.of(
        new Entry(
            new Mark.Official().id(),
            "●",
            "every required check passed on a real TDengine, in an official run"),
        new Entry(
            new Mark.Verified().id(),
            "○",
            "the same in any other run; also the best that a community connector can get"),
        new Entry(
            new Mark.Partial().id(),
            "◐",
            "on a real TDengine the core scenarios hold, another required one fails"),
        new Entry(
            new Mark.Failing(true).id(),
            "✗",
            "on a real TDengine a core scenario fails: a contradiction where the page claims"
                + " support"),
        new Entry(
            new Mark.Embedded(1, 1).id(),
            "◌",
            "embedded server only, all passed: never a result on TDengine"),
        new Entry(
            new Mark.Embedded(0, 1).id(),
            "◌ k/n",
            "embedded server only, k of n passed: our server may be the one that is wrong"),
        new Entry(new Mark.Untested("").id(), "--", "untested, with the reason; never good"),
        new Entry(new Mark.NotApplicable("").id(), "n/a", "does not exist"));
  }
}
