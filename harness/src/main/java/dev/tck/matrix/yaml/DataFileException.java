package dev.tck.matrix.yaml;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reports every mistake of one or many files; the message has a line for each. */
public final class DataFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  /** Creates the exception from at least one mistake; the mistakes are sorted by place. */
  public DataFileException(Collection<Mistake> mistakes) {
    super(
        new TreeSet<>(mistakes).stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(new TreeSet<>(mistakes));
  }

  /** Returns the mistakes, sorted by file and line. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
