package dev.tck.proxy;

/**
 * What has passed since the proxy began.
 *
 * @param connections is the number of connections that were accepted
 * @param requests is the number of HTTP requests, upgrades included
 * @param messagesToTarget is the number of text and binary messages from connectors
 * @param messagesToConnector is the number of text and binary messages from the target
 * @param bytesToTarget is the number of bytes from connectors
 * @param bytesToConnector is the number of bytes from the target
 */
public record ProxyCounts(
    long connections,
    long requests,
    long messagesToTarget,
    long messagesToConnector,
    long bytesToTarget,
    long bytesToConnector) {

  /** Returns what has passed since an earlier count. */
  public ProxyCounts since(ProxyCounts earlier) {
    return new ProxyCounts(
        connections - earlier.connections,
        requests - earlier.requests,
        messagesToTarget - earlier.messagesToTarget,
        messagesToConnector - earlier.messagesToConnector,
        bytesToTarget - earlier.bytesToTarget,
        bytesToConnector - earlier.bytesToConnector);
  }
}
