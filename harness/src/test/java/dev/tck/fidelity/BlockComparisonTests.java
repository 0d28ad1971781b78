package dev.tck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockComparisonTests {
  // 10 rows of one INT, NULL in rows 0, 3, 6 and 9 (protocol notes, raw-block.md §4.4).
  private static final String TEN_ROWS =
      "0100000050000000"
          + "0a00000001000000"
          + "000000800000000000000000"
          + "0404000000"
          + "28000000"
          + "9240"
          + "00000000010000000200000000000000040000000500000000000000070000000800000000000000"
          + "00";

  @Test
  void noticesEveryChangedBitButThoseThatTheFormatLeavesOpen() {
    byte[] block = HexFormat.of().parseHex(TEN_ROWS);
    int bitmap = 28 + 9;
    int values = bitmap + 2;
    List<Integer> unnoticed = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (int bit = 0; bit < 8 * block.length; bit++) {
      byte[] changed = block.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      if (compare(List.of(TEN_ROWS), List.of(HexFormat.of().formatHex(changed))).isSame()) {
        unnoticed.add(bit);
      }
      int row = (bit / 8 - values) / 4;
      boolean unusedBit = bit / 8 == bitmap + 1 && bit % 8 < 6;
      boolean nullSlot = bit / 8 >= values && bit / 8 < values + 40 && row % 3 == 0;
      if (unusedBit || nullSlot) {
        open.add(bit);
      }
    }
    assertThat(unnoticed).isEqualTo(open);
  }

  @Test
  void noticesAnyChangedByteOfRecordedTexts() throws IOException {
    Exchange escapes = RecordedOn3366.recordedCase("escapes").exchanges().get(20);
    String block = escapes.blocks().get(0);
    byte[] bytes = HexFormat.of().parseHex(block);
    List<Integer> unnoticed = new ArrayList<>();
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      if (compare(List.of(block), List.of(HexFormat.of().formatHex(changed))).isSame()) {
        unnoticed.add(at);
      }
    }
    // The timestamps' bitmap of 19 rows has five bits to spare.
    assertThat(unnoticed).containsExactly(28 + 3 * 9 + 2);
  }

  @Test
  void comparesTheDistributionOverBlocksOnlyWhereTheOrderIsFixed() throws IOException {
    List<String> pages = RecordedOn3366.recordedCase("insert-multi").exchanges().get(7).blocks();
    List<String> fewer = pages.subList(0, pages.size() - 1);

    assertThat(compare(pages, fewer).mismatch())
        .map(Mismatch::reason)
        .contains(Reason.BLOCK_PARTITION);
    assertThat(pages).hasSize(2);
    assertThat(compareUnordered(pages, List.of(pages.get(1), pages.get(0))).isSame()).isTrue();
    assertThat(compareUnordered(pages, fewer).mismatch()).isPresent();
  }

  @Test
  void tellsThatABlockCannotBeRead() {
    Verdict verdict = compare(List.of(TEN_ROWS), List.of(TEN_ROWS.substring(0, 80)));

    assertThat(verdict.mismatch()).map(Mismatch::reason).contains(Reason.BLOCK_LAYOUT);
  }

  @Test
  void findsTheDatabasesNameInRecordedBlocks() throws IOException {
    assertThat(RecordedName.of(RecordedOn3366.recordedCase("users"))).isEqualTo("g_users");
    assertThat(RecordedName.of(RecordedOn3366.recordedCase("ddl-db"))).isEqualTo("g_ddl_db");
    assertThat(RecordedName.of(RecordedOn3366.recordedCase("ddl-stable")))
        .isEqualTo("g_ddl_stable");
    assertThat(RecordedName.of(RecordedOn3366.recordedCase("types-all"))).isEmpty();
  }

  @Test
  void putsOneDatabasesNameForTheOther() throws IOException {
    String block = RecordedOn3366.recordedCase("users").exchanges().get(5).blocks().get(0);
    String other = block.replace(hex("g_users"), hex("f_users"));
    StepContext renamed = new StepContext(Set.of(), true, "g_users", "f_users");
    RowRules ordered = new RowRules(false, Optional.empty(), List.of());

    assertThat(
            new BlockComparison(ordered, renamed)
                .compare(List.of(block), List.of(other))
                .verdict()
                .isSame())
        .isTrue();
    assertThat(compare(List.of(block), List.of(other)).mismatch())
        .map(Mismatch::reason)
        .contains(Reason.BLOCK_VALUES);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Verdict compare(List<String> expected, List<String> actual) {
    return compare(expected, actual, false);
  }

  private static Verdict compareUnordered(List<String> expected, List<String> actual) {
    return compare(expected, actual, true);
  }

  private static Verdict compare(List<String> expected, List<String> actual, boolean unordered) {
    RowRules rules = new RowRules(unordered, Optional.empty(), List.of());
    return new BlockComparison(rules, new StepContext(Set.of(), true, "", ""))
        .compare(expected, actual)
        .verdict();
  }
}
