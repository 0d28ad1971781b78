package dev.tck.adapter.taosjdbc;

import dev.tck.adapter.sdk.Column;
import dev.tck.adapter.sdk.TranslatedResult;
import dev.tck.adapter.sdk.WireValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ResultSet} through {@code getObject}. */
final class JdbcResult implements TranslatedResult {
  private final Statement statement;
  private final ResultSet rows;
  private final ResultSetMetaData metaData;
  private final String[] types;

  JdbcResult(Statement statement, ResultSet rows) throws SQLException {
    this.statement = statement;
    this.rows = rows;
    this.metaData = rows.getMetaData();
    this.types = new String[metaData.getColumnCount()];
    for (int index = 0; index < types.length; index++) {
      types[index] = String.valueOf(metaData.getColumnTypeName(index + 1));
    }
  }

  @Override
  public List<Column> columns() throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < types.length; index++) {
      columns.add(
          new Column(
              metaData.getColumnLabel(index + 1),
              types[index],
              metaData.getColumnDisplaySize(index + 1),
              className(index)));
    }
    return columns;
  }

  private String className(int index) throws SQLException {
    String name = String.valueOf(metaData.getColumnClassName(index + 1));
    return name.equals("[B") ? "byte[]" : name;
  }

  @Override
  public boolean next() throws SQLException {
    return rows.next();
  }

  @Override
  public @Nullable Object get(int index) throws SQLException {
    return rows.getObject(index + 1);
  }

  @Override
  public WireValue translate(int index, Object host) throws SQLException {
    if (host instanceof Boolean) {
      return WireValue.bool((Boolean) host);
    } else if (host instanceof Number) {
      return number(index, (Number) host);
    } else if (host instanceof Timestamp) {
      Timestamp timestamp = (Timestamp) host;
      return WireValue.instant(Math.floorDiv(timestamp.getTime(), 1_000L), timestamp.getNanos());
    } else if (host instanceof byte[]) {
      return bytes(index, (byte[]) host);
    } else if (host instanceof Blob) {
      Blob blob = (Blob) host;
      return WireValue.blob(blob.getBytes(1, (int) blob.length()));
    }
    // Text, or an object of a class that is not JDBC's: what it says of itself.
    return text(index, host.toString());
  }

  private WireValue number(int index, Number host) throws SQLException {
    if (host instanceof Byte) {
      return WireValue.i8((Byte) host);
    } else if (host instanceof Short) {
      return WireValue.i16((Short) host);
    } else if (host instanceof Integer) {
      return WireValue.i32((Integer) host);
    } else if (host instanceof Long) {
      return WireValue.i64((Long) host);
    } else if (host instanceof BigInteger) {
      return WireValue.integer((BigInteger) host);
    } else if (host instanceof Float) {
      return WireValue.f32((Float) host);
    } else if (host instanceof Double) {
      return WireValue.f64((Double) host);
    } else if (host instanceof BigDecimal) {
      return WireValue.dec(
          (BigDecimal) host, metaData.getPrecision(index + 1), metaData.getScale(index + 1));
    }
    return WireValue.str(host.toString());
  }

  private WireValue text(int index, String host) {
    switch (types[index].toUpperCase(Locale.ROOT)) {
      case "NCHAR":
        return WireValue.nchar(host);
      case "JSON":
        return WireValue.json(host);
      default:
        return WireValue.str(host);
    }
  }

  private WireValue bytes(int index, byte[] host) {
    switch (types[index].toUpperCase(Locale.ROOT)) {
      case "VARBINARY":
        return WireValue.varbin(host);
      case "GEOMETRY":
        return WireValue.geo(host);
      case "BLOB":
        return WireValue.blob(host);
      default:
        return WireValue.bin(host);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      rows.close();
    } finally {
      statement.close();
    }
  }
}
