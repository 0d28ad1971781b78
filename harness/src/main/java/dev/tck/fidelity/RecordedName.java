package dev.tck.fidelity;

import dev.tck.wire.WireFormatException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which name a case's database had when it was recorded.
 *
 * <p>Answers have {@code $DB} in its place, blocks have it as it was. A cell of an answer is
 * therefore a pattern for the texts of the same column in the blocks; what most of them agree on is
 * the name.
 */
final class RecordedName {
  private RecordedName() {}

  /** Returns the name, or an empty text if no block contains it. */
  static String of(RecordedCase recorded) {
    Map<String, Integer> votes = new HashMap<>();
    for (Exchange exchange : recorded.exchanges()) {
      Optional<Answer> answer = Answer.read(exchange.answer());
      if (answer.isPresent() && !exchange.blocks().isEmpty()) {
        vote(answer.get(), exchange.blocks(), votes);
      }
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static void vote(Answer answer, List<String> blocks, Map<String, Integer> votes) {
    List<List<String>> rows = blocks.stream().flatMap(block -> read(block).stream()).toList();
    for (List<String> row : answer.rows()) {
      if (row.stream().anyMatch(cell -> cell.contains(Call.DATABASE))) {
        rows.forEach(candidate -> vote(row, candidate, votes));
      }
    }
  }

  private static List<List<String>> read(String block) {
    try {
      return Block.read(block, UnaryOperator.identity()).rows();
    } catch (WireFormatException e) {
      return List.of();
    }
  }

  // A row speaks only if all of its texts fit: "root, all" does not fit "g_u1, $DB".
  private static void vote(List<String> row, List<String> candidate, Map<String, Integer> votes) {
    if (row.size() != candidate.size()) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      if (cell.startsWith("\"") && !cell.contains(Call.DATABASE)) {
        if (!cell.equals(candidate.get(column))) {
          return;
        }
      } else if (cell.startsWith("\"")) {
        Matcher matcher = pattern(cell).matcher(candidate.get(column));
        if (!matcher.matches()) {
          return;
        }
        names.add(matcher.group(1));
      }
    }
    names.forEach(name -> votes.merge(name, 1, Integer::sum));
  }

  private static Pattern pattern(String cell) {
    String name = "\\\\E([A-Za-z0-9_]+)\\\\Q";
    return Pattern.compile(
        Pattern.quote(cell)
            .replaceFirst(Pattern.quote(Call.DATABASE), name)
            .replace(Call.DATABASE, "\\E\\1\\Q"));
  }
}
