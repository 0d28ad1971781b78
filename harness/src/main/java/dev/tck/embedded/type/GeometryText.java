package dev.tck.embedded.type;

import dev.tck.wire.LittleEndian;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.StringJoiner;

/** Prints the binary form of a geometry (WKB, little endian) as text (WKT). */
final class GeometryText {
  private static final String[] NAMES = {
    "POINT",
    "LINESTRING",
    "POLYGON",
    "MULTIPOINT",
    "MULTILINESTRING",
    "MULTIPOLYGON",
    "GEOMETRYCOLLECTION"
  };
  private static final int DECIMALS = 6;

  private final byte[] binary;
  private int position;

  GeometryText(byte[] binary) {
    this.binary = binary;
  }

  String print() {
    int type = readHeader();
    return NAMES[type - 1] + " " + body(type);
  }

  private int readHeader() {
    int type = LittleEndian.getInt(binary, position + 1);
    position += 5;
    return type;
  }

  private int readCount() {
    int count = LittleEndian.getInt(binary, position);
    position += 4;
    return count;
  }

  private String body(int type) {
    if (type == 1) {
      return Double.isNaN(LittleEndian.getDouble(binary, position)) ? "EMPTY" : "(" + point() + ")";
    }
    int count = readCount();
    if (count == 0) {
      return "EMPTY";
    }
    StringJoiner parts = new StringJoiner(", ", "(", ")");
    for (int index = 0; index < count; index++) {
      parts.add(part(type));
    }
    return parts.toString();
  }

  private String part(int type) {
    return switch (type) {
      case 2 -> point();
      case 3 -> body(2);
      case 7 -> print();
      default -> body(readHeader());
    };
  }

  private String point() {
    String x = number();
    return x + " " + number();
  }

  private String number() {
    double value = LittleEndian.getDouble(binary, position);
    position += 8;
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
