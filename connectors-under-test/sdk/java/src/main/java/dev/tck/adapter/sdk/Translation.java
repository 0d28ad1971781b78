package dev.tck.adapter.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Translates requests into calls of one connector.
 *
 * <p>It calls and hands on: no retries, no repairs, no conversions that would hide what the
 * connector does. It is called from many threads, as the harness asks.
 */
public interface Translation {

  /** Says who the connector is, with its version as loaded. */
  Identity identity() throws Exception;

  /** Opens a connection. */
  TranslatedConnection connect(ConnectArguments arguments) throws Exception;

  /**
   * Describes an exception of the connector.
   *
   * @return null if it is none of the connector's documented errors; one that came out of the
   *     connector's packages is then reported as the driver's, any other as the adapter's fault
   */
  @Nullable ConnectorError describe(Throwable thrown);
}
