package dev.tck.adapter.sdk;

import org.jspecify.annotations.Nullable;

/** A result column as the connector describes it. */
public final class Column {
  private final String name;
  private final @Nullable String type;
  private final @Nullable Integer length;
  private final @Nullable String hostType;

  /**
   * Describes a column.
   *
   * @param name is its name as told
   * @param type is TDengine's type name as told, null if the connector does not tell
   * @param length is its length as told, null if the connector does not tell
   * @param hostType is the host type that the connector announces, null if it does not; reported
   *     only if every value of the first page is NULL
   */
  public Column(
      String name, @Nullable String type, @Nullable Integer length, @Nullable String hostType) {
    this.name = name;
    this.type = type;
    this.length = length;
    this.hostType = hostType;
  }

  String name() {
    return name;
  }

  @Nullable String type() {
    return type;
  }

  @Nullable Integer length() {
    return length;
  }

  String hostType() {
    return hostType == null ? "" : hostType;
  }
}
