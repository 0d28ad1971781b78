package dev.tck.embedded.type;

import dev.tck.wire.LittleEndian;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts geometries from text (WKT) to the binary form that TDengine stores (WKB). */
public final class Geometry {
  private static final int POINT = 1;
  private static final int LINE_STRING = 2;
  private static final int POLYGON = 3;
  private static final int MULTI_POINT = 4;
  private static final int MULTI_LINE_STRING = 5;
  private static final int MULTI_POLYGON = 6;
  private static final int COLLECTION = 7;
  private static final int LEAST_RING = 4;

  private final String text;
  private int position;

  private Geometry(String text) {
    this.text = text;
  }

  /** Says that a text is no geometry. */
  private static final class NoGeometryException extends Exception {
    private static final long serialVersionUID = 1L;

    NoGeometryException() {
      super(null, null, false, false);
    }
  }

  /** Returns the binary form, little endian, or null if the text is no geometry. */
  public static byte @Nullable [] fromText(String text) {
    Geometry reader = new Geometry(text);
    try {
      byte[] bytes = reader.readGeometry();
      reader.skipBlanks();
      return reader.position == text.length() ? bytes : null;
    } catch (NoGeometryException e) {
      return null;
    }
  }

  /** Returns the text of a binary form, with six decimals, as ST_ASTEXT prints it. */
  public static String toText(byte[] binary) {
    return new GeometryText(binary).print();
  }

  private byte[] readGeometry() throws NoGeometryException {
    String word = readWord();
    int type =
        switch (word) {
          case "POINT" -> POINT;
          case "LINESTRING" -> LINE_STRING;
          case "POLYGON" -> POLYGON;
          case "MULTIPOINT" -> MULTI_POINT;
          case "MULTILINESTRING" -> MULTI_LINE_STRING;
          case "MULTIPOLYGON" -> MULTI_POLYGON;
          case "GEOMETRYCOLLECTION" -> COLLECTION;
          default -> throw new NoGeometryException();
        };
    return readBody(type);
  }

  private byte[] readBody(int type) throws NoGeometryException {
    Output output = new Output(type);
    if (acceptWord("EMPTY")) {
      if (type == POINT) {
        output.number(Double.NaN);
        output.number(Double.NaN);
      } else {
        output.count(0);
      }
      return output.bytes();
    }
    switch (type) {
      case POINT -> {
        expect('(');
        readPosition(output);
        expect(')');
      }
      case LINE_STRING -> output.append(readPositions(2));
      case POLYGON -> output.append(readParts(() -> readPositions(LEAST_RING)));
      case MULTI_POINT -> output.append(readParts(this::readMultiPointElement));
      case MULTI_LINE_STRING -> output.append(readParts(() -> readBody(LINE_STRING)));
      case MULTI_POLYGON -> output.append(readParts(() -> readBody(POLYGON)));
      default -> output.append(readParts(this::readGeometry));
    }
    return output.bytes();
  }

  // The points of a MULTIPOINT may stand with or without parentheses.
  private byte[] readMultiPointElement() throws NoGeometryException {
    skipBlanks();
    if (position < text.length() && text.charAt(position) == '(') {
      return readBody(POINT);
    }
    Output output = new Output(POINT);
    readPosition(output);
    return output.bytes();
  }

  /** Reads one part of a geometry. */
  private interface PartReader {
    byte[] read() throws NoGeometryException;
  }

  private byte[] readParts(PartReader reader) throws NoGeometryException {
    Output parts = new Output();
    int count = 0;
    expect('(');
    do {
      parts.append(reader.read());
      count++;
    } while (accept(','));
    expect(')');
    return counted(count, parts);
  }

  private byte[] readPositions(int least) throws NoGeometryException {
    Output positions = new Output();
    int count = 0;
    expect('(');
    do {
      readPosition(positions);
      count++;
    } while (accept(','));
    expect(')');
    if (count < least) {
      throw new NoGeometryException();
    }
    byte[] bytes = positions.bytes();
    if (least == LEAST_RING && !isClosed(bytes)) {
      throw new NoGeometryException();
    }
    return counted(count, positions);
  }

  private static boolean isClosed(byte[] positions) {
    int last = positions.length - 16;
    return LittleEndian.getDouble(positions, 0) == LittleEndian.getDouble(positions, last)
        && LittleEndian.getDouble(positions, 8) == LittleEndian.getDouble(positions, last + 8);
  }

  private static byte[] counted(int count, Output parts) {
    Output output = new Output();
    output.count(count);
    output.append(parts.bytes());
    return output.bytes();
  }

  private void readPosition(Output output) throws NoGeometryException {
    output.number(readNumber());
    output.number(readNumber());
  }

  private double readNumber() throws NoGeometryException {
    skipBlanks();
    int begin = position;
    while (position < text.length() && "+-.0123456789eE".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    try {
      return Double.parseDouble(text.substring(begin, position));
    } catch (NumberFormatException e) {
      throw new NoGeometryException();
    }
  }

  private String readWord() {
    skipBlanks();
    int begin = position;
    while (position < text.length() && Character.isLetter(text.charAt(position))) {
      position++;
    }
    return text.substring(begin, position).toUpperCase(Locale.ROOT);
  }

  private boolean acceptWord(String word) {
    int mark = position;
    if (readWord().equals(word)) {
      return true;
    }
    position = mark;
    return false;
  }

  private boolean accept(char c) {
    skipBlanks();
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws NoGeometryException {
    if (!accept(c)) {
      throw new NoGeometryException();
    }
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  /** Collects bytes of WKB. */
  private static final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output() {}

    Output(int type) {
      bytes.write(1);
      count(type);
    }

    void count(int value) {
      byte[] four = new byte[4];
      LittleEndian.putInt(four, 0, value);
      bytes.writeBytes(four);
    }

    void number(double value) {
      byte[] eight = new byte[8];
      LittleEndian.putDouble(eight, 0, value);
      bytes.writeBytes(eight);
    }

    void append(byte[] part) {
      bytes.writeBytes(part);
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
