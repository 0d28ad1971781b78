package dev.tck.reference;

import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import dev.tck.wire.ResultBlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes values of blocks, for reports and checks; not for the fetch path. */
public final class ResultValues {

  private ResultValues() {}

  /**
   * Reads a result to its end and closes it.
   *
   * @throws TaosError if the server or the connection fails before the end
   */
  public static List<List<Value>> drain(QueryResult.ResultSet result) throws TaosError {
    List<List<Value>> rows = new ArrayList<>();
    try (result) {
      for (ResultBlock block = result.nextBlock(); block != null; block = result.nextBlock()) {
        for (int row = 0; row < block.rows(); row++) {
          rows.add(row(block, row, result.precision()));
        }
      }
    }
    return rows;
  }

  /** Returns the values of one row. */
  public static List<Value> row(ResultBlock block, int row, Precision precision) {
    List<Value> values = new ArrayList<>(block.columns());
    for (int column = 0; column < block.columns(); column++) {
      values.add(value(block, column, row, precision));
    }
    return values;
  }

  /** Returns one value. */
  public static Value value(ResultBlock block, int column, int row, Precision precision) {
    if (block.isNull(column, row)) {
      return Value.NULL;
    }
    return switch (block.type(column)) {
      case NULL -> Value.NULL;
      case BOOL -> new Value.Bool(block.byteAt(column, row) != 0);
      case TINYINT -> Value.Int.of(Value.IntegerKind.I8, block.byteAt(column, row));
      case SMALLINT -> Value.Int.of(Value.IntegerKind.I16, block.shortAt(column, row));
      case INT -> Value.Int.of(Value.IntegerKind.I32, block.intAt(column, row));
      case BIGINT -> Value.Int.of(Value.IntegerKind.I64, block.longAt(column, row));
      case TINYINT_UNSIGNED -> Value.Int.of(Value.IntegerKind.U8, block.byteAt(column, row) & 0xFF);
      case SMALLINT_UNSIGNED ->
          Value.Int.of(Value.IntegerKind.U16, block.shortAt(column, row) & 0xFFFF);
      case INT_UNSIGNED ->
          Value.Int.of(Value.IntegerKind.U32, Integer.toUnsignedLong(block.intAt(column, row)));
      case BIGINT_UNSIGNED ->
          new Value.Int(
              Value.IntegerKind.U64,
              new BigInteger(Long.toUnsignedString(block.longAt(column, row))));
      case FLOAT -> new Value.F32(block.floatAt(column, row));
      case DOUBLE -> new Value.F64(block.doubleAt(column, row));
      case TIMESTAMP -> new Value.Timestamp(block.longAt(column, row), precision);
      case VARCHAR -> new Value.Text(false, block.textAt(column, row));
      case NCHAR -> new Value.Text(true, block.textAt(column, row));
      case JSON -> new Value.Json(block.textAt(column, row));
      case VARBINARY -> bytes(Value.BytesKind.VARBIN, block, column, row);
      case GEOMETRY -> bytes(Value.BytesKind.GEO, block, column, row);
      case BLOB -> bytes(Value.BytesKind.BLOB, block, column, row);
      case DECIMAL, DECIMAL64 -> decimal(block, column, row);
    };
  }

  private static Value bytes(Value.BytesKind kind, ResultBlock block, int column, int row) {
    int start = block.valueStart(column, row);
    return new Value.Bytes(
        kind,
        HexFormat.of().formatHex(block.bytes(), start, start + block.valueLength(column, row)));
  }

  private static Value decimal(ResultBlock block, int column, int row) {
    int scale = block.decimalScale(column);
    BigInteger unscaled =
        block.type(column) == TaosType.DECIMAL64
            ? BigInteger.valueOf(block.longAt(column, row))
            : BigInteger.valueOf(block.decimalHigh(column, row))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(block.decimalLow(column, row))));
    return new Value.Decimal(
        new BigDecimal(unscaled, scale), block.decimalPrecision(column), scale);
  }
}
