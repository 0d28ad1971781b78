package dev.tck.reporting.tables;

import dev.tck.matrix.Support;
import dev.tck.reporting.marks.Mark;
import java.util.Locale;

/** Names how a measurement relates to the page's claim, what needs a reader first comes first. */
public enum Relation {
  CONTRADICTED("contradicted", "the page claims support, the core fails on TDengine"),
  INCONSISTENT("inconsistent", "the page claims here what it says elsewhere does not exist"),
  PARTIAL("partly true", "the core holds on TDengine, something else fails"),
  FAILING("fails unclaimed", "the core fails on TDengine, the page claims nothing"),
  EXCEEDED("exceeded", "it holds on TDengine, the page claims less"),
  CONFIRMED("confirmed", "it holds on TDengine, as the page claims"),
  EMBEDDED("not on TDengine", "measured on the embedded server only, which proves nothing"),
  UNTESTED("untested", "not measured"),
  AGREED("agreed", "the page says that it does not exist, or is untested, and so it is");

  private final String title;
  private final String meaning;

  Relation(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** Returns the relation in a word or two. */
  public String title() {
    return title;
  }

  /** Returns the relation in a sentence without its end. */
  public String meaning() {
    return meaning;
  }

  /** Returns the spelling in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Compares a claim with a mark. */
  static Relation of(Support claim, Mark mark) {
    boolean claimed = claim.isClaimed();
    if (mark instanceof Mark.Failing failing) {
      return failing.contradiction() && claimed ? CONTRADICTED : FAILING;
    }
    if (mark instanceof Mark.Partial) {
      return PARTIAL;
    }
    if (mark instanceof Mark.Official || mark instanceof Mark.Verified) {
      return claimed ? CONFIRMED : EXCEEDED;
    }
    if (mark instanceof Mark.Embedded) {
      return EMBEDDED;
    }
    if (mark instanceof Mark.NotApplicable) {
      return claimed ? INCONSISTENT : AGREED;
    }
    return claim == Support.UNTESTED || claim == Support.ABSENT ? AGREED : UNTESTED;
  }
}
