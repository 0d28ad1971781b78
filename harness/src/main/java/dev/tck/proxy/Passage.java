package dev.tck.proxy;

import java.nio.charset.StandardCharsets;

/**
 * A whole message that wants to pass: an HTTP request or answer, or a WebSocket message put
 * together from its fragments.
 */
public final class Passage {
  private final int connection;
  private final Direction direction;
  private final Kind kind;
  private final int number;
  private final String head;
  private final byte[] body;

  /**
   * Creates a passage.
   *
   * @param connection is the number of the connection, in the order of their coming, from 1
   * @param number counts messages of this connection, direction and sort (HTTP, data, control),
   *     from 1
   * @param head is the head of an HTTP message up to its empty line, else empty
   * @param body is the body of an HTTP message without chunks and compression, or the payload of a
   *     WebSocket message without mask; it is kept, not copied
   */
  Passage(int connection, Direction direction, Kind kind, int number, String head, byte[] body) {
    this.connection = connection;
    this.direction = direction;
    this.kind = kind;
    this.number = number;
    this.head = head;
    this.body = body;
  }

  /** Returns the number of the connection, in the order of their coming, from 1. */
  public int connection() {
    return connection;
  }

  /** Returns which way the message goes. */
  public Direction direction() {
    return direction;
  }

  /** Returns what the message is. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the message's number among those of its connection, direction and sort (HTTP messages,
   * text and binary messages, control frames), from 1.
   */
  public int number() {
    return number;
  }

  /** Returns the head of an HTTP message up to its empty line, else an empty text. */
  public String head() {
    return head;
  }

  /**
   * Returns the body of an HTTP message without chunks and compression, or the payload of a
   * WebSocket message; not to be changed.
   */
  public byte[] body() {
    return body;
  }

  /** Returns the body as text of UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Returns the same message with another body; length headers follow it. */
  public Passage withBody(byte[] other) {
    return new Passage(connection, direction, kind, number, head, other);
  }

  /** Returns the same message with another text. */
  public Passage withText(String other) {
    return withBody(other.getBytes(StandardCharsets.UTF_8));
  }
}
