package dev.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.values.TaosType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnBufferTests {
  private static final int ROWS = 3_000;

  @ParameterizedTest
  @EnumSource(
      names = {"NULL"},
      mode = EnumSource.Mode.EXCLUDE)
  void keepsEveryRowWhileItGrows(TaosType type) {
    ColumnBuffer column = new ColumnBuffer(type, 10);
    for (int row = 0; row < ROWS; row++) {
      append(column, row);
    }
    byte[] bytes = ResultBlockWriter.toBytes(List.of(column));
    ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
    assertThat(block.rows()).isEqualTo(ROWS);
    for (int row = 0; row < ROWS; row++) {
      assertThat(block.isNull(0, row)).as("row %d", row).isEqualTo(row % 3 == 2);
      if (row % 3 != 2) {
        check(block, row);
      }
    }
  }

  private static void append(ColumnBuffer column, int row) {
    if (row % 3 == 2) {
      column.appendNull();
      return;
    }
    switch (column.type()) {
      case BOOL -> column.appendBool(row % 2 == 0);
      case FLOAT -> column.appendFloat(row + 0.5f);
      case DOUBLE -> column.appendDouble(row + 0.25);
      case DECIMAL -> column.appendDecimal(row, -1);
      case VARCHAR, NCHAR, JSON, VARBINARY, GEOMETRY, BLOB -> column.appendText("值" + row);
      default -> column.appendInteger(row);
    }
  }

  private static void check(ResultBlock block, int row) {
    switch (block.type(0)) {
      case BOOL -> assertThat(block.byteAt(0, row)).isEqualTo((byte) (row % 2 == 0 ? 1 : 0));
      case FLOAT -> assertThat(block.floatAt(0, row)).isEqualTo(row + 0.5f);
      case DOUBLE -> assertThat(block.doubleAt(0, row)).isEqualTo(row + 0.25);
      case DECIMAL -> {
        assertThat(block.decimalLow(0, row)).isEqualTo(row);
        assertThat(block.decimalHigh(0, row)).isEqualTo(-1);
      }
      case VARCHAR, NCHAR, JSON, VARBINARY, GEOMETRY, BLOB ->
          assertThat(block.textAt(0, row)).isEqualTo("值" + row);
      case TINYINT, TINYINT_UNSIGNED -> assertThat(block.byteAt(0, row)).isEqualTo((byte) row);
      case SMALLINT, SMALLINT_UNSIGNED -> assertThat(block.shortAt(0, row)).isEqualTo((short) row);
      case INT, INT_UNSIGNED -> assertThat(block.intAt(0, row)).isEqualTo(row);
      default -> assertThat(block.longAt(0, row)).isEqualTo(row);
    }
  }
}
