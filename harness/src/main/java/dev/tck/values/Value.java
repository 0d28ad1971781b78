package dev.tck.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Holds one value as it crosses the adapter protocol, with the kind that the connector gave it.
 *
 * <p>These records describe expectations and findings; the fetch paths of servers and connectors
 * read result blocks directly and never make one per cell.
 */
public sealed interface Value {

  /** SQL NULL. */
  Value NULL = new Null();

  /** Returns the key of the JSON form, {@code null} for SQL NULL. */
  String kind();

  /** Returns the value as a reader of a report wants to see it: short, exact, and with its kind. */
  String display();

  /** Stands for SQL NULL. */
  record Null() implements Value {
    @Override
    public String kind() {
      return "null";
    }

    @Override
    public String display() {
      return "NULL";
    }
  }

  /** Holds a BOOL. */
  record Bool(boolean value) implements Value {
    @Override
    public String kind() {
      return "b";
    }

    @Override
    public String display() {
      return Boolean.toString(value);
    }
  }

  /** Names the integer kinds of the JSON form, with the range of each. */
  enum IntegerKind {
    I8("i8", 8, true),
    I16("i16", 16, true),
    I32("i32", 32, true),
    I64("i64", 64, true),
    U8("u8", 8, false),
    U16("u16", 16, false),
    U32("u32", 32, false),
    U64("u64", 64, false);

    private final String key;
    private final BigInteger min;
    private final BigInteger max;

    IntegerKind(String key, int bits, boolean signed) {
      this.key = key;
      this.min = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
      this.max = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    }

    /** Returns the key of the JSON form. */
    public String key() {
      return key;
    }

    /** Returns whether the kind can hold this number. */
    public boolean holds(BigInteger value) {
      return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    /** Returns the kind with this key, if there is one. */
    public static Optional<IntegerKind> ofKey(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
  }

  /** Holds an integer of any width and sign. */
  record Int(IntegerKind type, BigInteger value) implements Value {
    public Int {
      if (!type.holds(value)) {
        throw new IllegalArgumentException(value + " does not fit " + type.key());
      }
    }

    /** Creates a value from a signed long. */
    public static Int of(IntegerKind type, long value) {
      return new Int(type, BigInteger.valueOf(value));
    }

    @Override
    public String kind() {
      return type.key();
    }

    @Override
    public String display() {
      return value.toString();
    }
  }

  /** Holds a FLOAT; NaN, infinities and the sign of zero count. */
  record F32(float value) implements Value {
    @Override
    public String kind() {
      return "f32";
    }

    @Override
    public String display() {
      return FloatText.of(value);
    }
  }

  /** Holds a DOUBLE; NaN, infinities and the sign of zero count. */
  record F64(double value) implements Value {
    @Override
    public String kind() {
      return "f64";
    }

    @Override
    public String display() {
      return FloatText.of(value);
    }
  }

  /** Holds a TIMESTAMP: a count of {@code precision} units since 1970-01-01T00:00:00Z. */
  record Timestamp(long count, Precision precision) implements Value {
    /** Returns the instant in nanoseconds since the epoch. */
    public BigInteger nanos() {
      return BigInteger.valueOf(count).multiply(BigInteger.valueOf(precision.nanosPerUnit()));
    }

    @Override
    public String kind() {
      return "ts";
    }

    @Override
    public String display() {
      return count + precision.text();
    }
  }

  /** Holds VARCHAR ({@code str}) or NCHAR ({@code nchar}) text. */
  record Text(boolean nchar, String value) implements Value {
    @Override
    public String kind() {
      return nchar ? "nchar" : "str";
    }

    @Override
    public String display() {
      return "'" + value + "'";
    }
  }

  /** Names what a byte string is: VARCHAR as bytes, VARBINARY, GEOMETRY or BLOB. */
  enum BytesKind {
    BIN("bin"),
    VARBIN("varbin"),
    GEO("geo"),
    BLOB("blob");

    private final String key;

    BytesKind(String key) {
      this.key = key;
    }

    /** Returns the key of the JSON form. */
    public String key() {
      return key;
    }

    /** Returns the kind with this key, if there is one. */
    public static Optional<BytesKind> ofKey(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
  }

  /** Holds bytes, as lower-case hexadecimal digits. */
  record Bytes(BytesKind type, String hex) implements Value {
    public Bytes {
      hex = HexFormat.of().formatHex(HexFormat.of().parseHex(hex));
    }

    /** Returns the bytes as text if they are well-formed UTF-8. */
    public Optional<String> utf8() {
      try {
        return Optional.of(
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(HexFormat.of().parseHex(hex)))
                .toString());
      } catch (CharacterCodingException e) {
        return Optional.empty();
      }
    }

    @Override
    public String kind() {
      return type.key();
    }

    @Override
    public String display() {
      return "0x" + hex;
    }
  }

  /** Holds a JSON text: a JSON tag, or a part of one. */
  record Json(String text) implements Value {
    @Override
    public String kind() {
      return "json";
    }

    @Override
    public String display() {
      return text;
    }
  }

  /** Holds a DECIMAL with the precision and scale that its column declares. */
  record Decimal(BigDecimal value, int precision, int scale) implements Value {
    @Override
    public String kind() {
      return "dec";
    }

    @Override
    public String display() {
      return value.toPlainString();
    }
  }
}
