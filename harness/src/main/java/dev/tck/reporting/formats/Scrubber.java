package dev.tck.reporting.formats;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a sentence what differs from machine to machine and from run to run: paths, hosts
 * and ports, durations, times, and names that a run made up.
 */
final class Scrubber {
  private static final List<Rule> RULES =
      List.of(
          new Rule("[a-z][a-z0-9+.-]*://[^\\s,;'\")]+", "(address)"),
          new Rule("(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}:\\d{1,5}(?![\\w.])", "(address)"),
          new Rule("(?<![\\w.])(?:localhost|127\\.0\\.0\\.1)(?::\\d{1,5})?(?![\\w.])", "(address)"),
          new Rule("\\[[0-9a-fA-F:]*::[0-9a-fA-F:]*\\](?::\\d{1,5})?", "(address)"),
          new Rule("(?<![\\w/.])~?/(?:[\\w.@+-]+/)*[\\w.@+-]+/?", "(path)"),
          new Rule("(?<![\\w])[A-Za-z]:\\\\[^\\s,;'\")]+", "(path)"),
          new Rule(
              "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?",
              "(time)"),
          new Rule(
              "(?<![\\w.])\\d+(?:\\.\\d+)? ?(?:ns|us|µs|ms|s|sec|secs|second|seconds|min|minute|minutes)(?!\\w)",
              "(duration)"),
          new Rule("(?<!\\w)tck_[0-9a-z_]+", "(database)"),
          new Rule("(?<!\\w)(?:pid|process) \\d+", "(process)"));

  private Scrubber() {}

  /** Returns the text with placeholders for everything that another run would say otherwise. */
  static String scrub(String text) {
    String scrubbed = text;
    for (Rule rule : RULES) {
      scrubbed = rule.pattern().matcher(scrubbed).replaceAll(rule.placeholder());
    }
    return scrubbed;
  }

  private record Rule(Pattern pattern, String placeholder) {
    private Rule(String pattern, String placeholder) {
      this(Pattern.compile(pattern), placeholder);
    }
  }
}
