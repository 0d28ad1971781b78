package dev.tck.proxy;

import static java.util.Objects.requireNonNull;

/**
 * Says where a proxy listens, where it leads, and how much a capture keeps.
 *
 * @param host is the address to listen on
 * @param port is the port, 0 for any free one
 * @param targetHost is the target's name or address
 * @param targetPort is the target's port
 * @param bytesKept is how much of each message a capture keeps
 * @param messagesKept is how many messages a capture keeps
 */
public record ProxyOptions(
    String host, int port, String targetHost, int targetPort, int bytesKept, int messagesKept) {
  private static final int USUAL_BYTES = 4096;
  private static final int USUAL_MESSAGES = 2000;

  public ProxyOptions {
    requireNonNull(host);
    requireNonNull(targetHost);
    if (port < 0 || port > 65_535 || targetPort < 1 || targetPort > 65_535) {
      throw new IllegalArgumentException(
          "ports are 1 to 65535, or 0 for any free one to listen on, not "
              + port
              + " and "
              + targetPort);
    }
    if (bytesKept < 0 || messagesKept < 0) {
      throw new IllegalArgumentException("a capture keeps nothing or more, not less");
    }
  }

  /** Returns options for any free port of this machine. */
  public static ProxyOptions to(String targetHost, int targetPort) {
    return new ProxyOptions("127.0.0.1", 0, targetHost, targetPort, USUAL_BYTES, USUAL_MESSAGES);
  }

  /** Returns the same options with another limit of bytes a message. */
  public ProxyOptions keepingBytes(int bytes) {
    return new ProxyOptions(host, port, targetHost, targetPort, bytes, messagesKept);
  }

  /** Returns the same options with another limit of messages a capture. */
  public ProxyOptions keepingMessages(int messages) {
    return new ProxyOptions(host, port, targetHost, targetPort, bytesKept, messages);
  }
}
