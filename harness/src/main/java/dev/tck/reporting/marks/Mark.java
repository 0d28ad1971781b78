package dev.tck.reporting.marks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a cell of a table says, in the order of how much it promises; see {@code product.md}. */
public sealed interface Mark {
  /** Returns the characters that stand in a table: {@code ●}, {@code ◌ 7/9}, {@code --}. */
  String symbol();

  /** Returns what the mark means, in a few words without the cell's own details. */
  String meaning();

  /** Returns the mark's name in files and style sheets. */
  String id();

  /** Every required check passed on a real TDengine in an official run. */
  record Official() implements Mark {
    @Override
    public String symbol() {
      return "●";
    }

    @Override
    public String meaning() {
      return "holds on TDengine, official run";
    }

    @Override
    public String id() {
      return "official";
    }
  }

  /** Every required check passed on a real TDengine; a community connector gets no more. */
  record Verified() implements Mark {
    @Override
    public String symbol() {
      return "○";
    }

    @Override
    public String meaning() {
      return "holds on TDengine";
    }

    @Override
    public String id() {
      return "verified";
    }
  }

  /** The core scenarios hold on a real TDengine, another required one fails. */
  record Partial() implements Mark {
    @Override
    public String symbol() {
      return "◐";
    }

    @Override
    public String meaning() {
      return "the core holds on TDengine, something else fails";
    }

    @Override
    public String id() {
      return "partial";
    }
  }

  /**
   * A core scenario fails on a real TDengine.
   *
   * @param contradiction is true if the page claims support
   */
  record Failing(boolean contradiction) implements Mark {
    @Override
    public String symbol() {
      return "✗";
    }

    @Override
    public String meaning() {
      return contradiction
          ? "the core fails on TDengine although the page claims support"
          : "the core fails on TDengine, the page claims nothing";
    }

    @Override
    public String id() {
      return "failing";
    }
  }

  /**
   * Measured on our own server only, which never counts as a result on TDengine.
   *
   * @param passed is how many scenarios passed
   * @param of is how many had to, at least one
   */
  record Embedded(int passed, int of) implements Mark {
    public Embedded {
      if (passed < 0 || of < 1 || passed > of) {
        throw new IllegalArgumentException(passed + " of " + of + " scenarios is no share");
      }
    }

    @Override
    public String symbol() {
      return passed == of ? "◌" : "◌ " + passed + "/" + of;
    }

    @Override
    public String meaning() {
      return passed == of
          ? "passes on the embedded server only"
          : passed + " of " + of + " pass on the embedded server only";
    }

    @Override
    public String id() {
      return passed == of ? "embedded" : "embedded-partial";
    }
  }

  /**
   * Not measured, or not enough of it to say anything.
   *
   * @param reason says why
   */
  record Untested(String reason) implements Mark {
    @Override
    public String symbol() {
      return "--";
    }

    @Override
    public String meaning() {
      return "untested";
    }

    @Override
    public String id() {
      return "untested";
    }
  }

  /**
   * Does not exist.
   *
   * @param reason says why
   */
  record NotApplicable(String reason) implements Mark {
    @Override
    public String symbol() {
      return "n/a";
    }

    @Override
    public String meaning() {
      return "does not exist";
    }

    @Override
    public String id() {
      return "not-applicable";
    }
  }

  /**
   * Returns the mark of a whole from the marks of its required parts: the worst of them. What does
   * not exist is no part; shares of the embedded server add up.
   */
  static Mark worst(List<Mark> parts) {
    List<Mark> existing = parts.stream().filter(part -> !(part instanceof NotApplicable)).toList();
    if (existing.isEmpty()) {
      return parts.stream().findFirst().orElse(new Untested("nothing of it was planned"));
    }
    if (has(existing, Failing.class)) {
      return new Failing(
          existing.stream()
              .anyMatch(part -> part instanceof Failing failing && failing.contradiction()));
    }
    if (has(existing, Partial.class)) {
      return new Partial();
    }
    if (has(existing, Untested.class)) {
      return new Untested(reasons(existing));
    }
    if (has(existing, Embedded.class)) {
      return sum(existing);
    }
    return has(existing, Verified.class) ? new Verified() : new Official();
  }

  private static boolean has(List<Mark> parts, Class<? extends Mark> kind) {
    return parts.stream().anyMatch(kind::isInstance);
  }

  private static String reasons(List<Mark> parts) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Mark part : parts) {
      if (part instanceof Untested untested) {
        reasons.add(untested.reason());
      }
    }
    return String.join("; ", reasons);
  }

  private static Mark sum(List<Mark> parts) {
    int passed = 0;
    int of = 0;
    for (Mark part : parts) {
      if (part instanceof Embedded embedded) {
        passed += embedded.passed();
        of += embedded.of();
      }
    }
    return new Embedded(passed, of);
  }
}
