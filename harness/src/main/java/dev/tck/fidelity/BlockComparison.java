package dev.tck.fidelity;

import dev.tck.wire.WireFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Compares the result blocks of a query.
 *
 * <p>Header, column descriptions and values must be the same; so must the lengths of the columns,
 * which makes blocks byte for byte the same but for what the format leaves open: unused bits of a
 * bitmap, values in NULL slots, and where a value of variable width lies. Where the order of rows
 * is open, so is their distribution over blocks.
 */
final class BlockComparison {
  private final RowRules rules;
  private final StepContext context;

  BlockComparison(RowRules rules, StepContext context) {
    this.rules = rules;
    this.context = context;
  }

  /**
   * The outcome for all blocks of a query.
   *
   * @param reproduced is how many of the recorded blocks came again
   */
  record Outcome(Verdict verdict, int reproduced) {}

  Outcome compare(List<String> recorded, List<String> actual) {
    if (recorded.equals(actual)) {
      return new Outcome(Verdict.SAME, recorded.size());
    }
    List<Block> left = read(recorded, context::neutralRecorded);
    List<Block> right;
    try {
      right = read(actual, context::neutralActual);
    } catch (WireFormatException e) {
      return new Outcome(
          Verdict.different(
              Reason.BLOCK_LAYOUT, "a block that can be read", String.valueOf(e.getMessage())),
          0);
    }
    return rules.isOrderFixed() || left.size() == right.size()
        ? compareEach(left, right)
        : compareTogether(left, right);
  }

  private static List<Block> read(List<String> blocks, UnaryOperator<String> neutral) {
    return blocks.stream().map(block -> Block.read(block, neutral)).toList();
  }

  private Outcome compareEach(List<Block> left, List<Block> right) {
    Verdict worst = Verdict.SAME;
    List<String> leftOut = new ArrayList<>();
    int reproduced = 0;
    for (int index = 0; index < Math.min(left.size(), right.size()); index++) {
      Verdict verdict = compare(left.get(index), right.get(index));
      leftOut.addAll(verdict.leftOut());
      if (verdict.isSame()) {
        reproduced++;
      } else if (worst.isSame()) {
        worst = verdict;
      }
    }
    if (!worst.isSame() && !rules.isOrderFixed()) {
      return compareTogether(left, right);
    }
    if (worst.isSame() && left.size() != right.size()) {
      worst = Verdict.different(Reason.BLOCK_PARTITION, rowsOf(left), rowsOf(right));
    }
    return new Outcome(worst.isSame() ? Verdict.sameBut(leftOut) : worst, reproduced);
  }

  private static String rowsOf(List<Block> blocks) {
    return "blocks of " + blocks.stream().map(block -> block.rows().size()).toList() + " rows";
  }

  private Verdict compare(Block left, Block right) {
    Verdict layout = compareLayout(left, right);
    if (!layout.isSame()) {
      return layout;
    }
    Verdict rows = compareRows(left.rows(), right.rows());
    return rows.isSame() ? compareLengths(left, right, rows) : rows;
  }

  private Verdict compareRows(List<List<String>> left, List<List<String>> right) {
    Verdict verdict = new RowComparison(rules, Reason.BLOCK_VALUES).compare(left, right);
    return verdict
        .mismatch()
        .filter(mismatch -> mismatch.reason() != Reason.BLOCK_VALUES)
        .map(
            mismatch ->
                Verdict.different(
                    mismatch.reason() == Reason.ROW_COUNT
                        ? Reason.BLOCK_PARTITION
                        : Reason.BLOCK_VALUES,
                    mismatch.expected(),
                    mismatch.actual()))
        .orElse(verdict);
  }

  private Verdict compareLayout(Block left, Block right) {
    if (!left.head().equals(right.head())) {
      return Verdict.different(
          Reason.BLOCK_LAYOUT,
          "version, flag and group " + left.head(),
          "version, flag and group " + right.head());
    }
    boolean same = left.columns().size() == right.columns().size();
    for (int index = 0; same && index < left.columns().size(); index++) {
      Block.Column column = left.columns().get(index);
      Block.Column other = right.columns().get(index);
      boolean freeLength = rules.freedom(index).filter(Freedom::freesLength).isPresent();
      same =
          column.type() == other.type()
              && (freeLength || column.declaredBytes() == other.declaredBytes());
    }
    return same
        ? Verdict.SAME
        : Verdict.different(
            Reason.BLOCK_LAYOUT, left.columns().toString(), right.columns().toString());
  }

  private Verdict compareLengths(Block left, Block right, Verdict rows) {
    for (int index = 0; index < left.columns().size(); index++) {
      Block.Column column = left.columns().get(index);
      Block.Column other = right.columns().get(index);
      if (column.lengthIsFixed()
          && rules.freedom(index).isEmpty()
          && column.dataBytes() != other.dataBytes()) {
        return Verdict.different(
            Reason.BLOCK_LAYOUT,
            "column " + index + " with " + column.dataBytes() + " bytes of data",
            "column " + index + " with " + other.dataBytes() + " bytes of data");
      }
    }
    return rows;
  }

  private Outcome compareTogether(List<Block> left, List<Block> right) {
    for (Block block : right) {
      Verdict layout = left.isEmpty() ? Verdict.SAME : compareLayout(left.get(0), block);
      if (!layout.isSame()) {
        return new Outcome(layout, 0);
      }
    }
    Verdict rows = compareRows(rows(left), rows(right));
    if (!rows.isSame()) {
      return new Outcome(rows, 0);
    }
    List<String> leftOut = new ArrayList<>(rows.leftOut());
    leftOut.add("distribution of rows over blocks");
    return new Outcome(Verdict.sameBut(leftOut), left.size());
  }

  private static List<List<String>> rows(List<Block> blocks) {
    return blocks.stream().flatMap(block -> block.rows().stream()).toList();
  }
}
