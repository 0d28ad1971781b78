package dev.tck.reporting.tables;

import dev.tck.reporting.marks.Mark;
import java.util.List;
import java.util.stream.Collectors;

/** Explains the mark of a whole by those of its parts that made it what it is. */
final class Explanation {
  private static final int NAMED = 3;

  private Explanation() {}

  static String of(Mark mark, List<Part> parts) {
    if (mark instanceof Mark.Untested untested) {
      return untested.reason();
    }
    if (mark instanceof Mark.NotApplicable notApplicable) {
      return notApplicable.reason();
    }
    List<Part> guilty =
        parts.stream()
            .filter(part -> part.mark().id().equals(mark.id()))
            .filter(part -> !part.why().isEmpty())
            .toList();
    String named =
        guilty.stream()
            .limit(NAMED)
            .map(part -> part.cell().display() + " " + part.why())
            .collect(Collectors.joining("; "));
    return guilty.size() > NAMED ? named + "; and " + (guilty.size() - NAMED) + " more" : named;
  }
}
