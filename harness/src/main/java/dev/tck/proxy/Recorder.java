package dev.tck.proxy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Keeps what passes while it is switched on; without secrets from the beginning. A compressed
 * message that cannot be unpacked is kept without its content, because nobody knows what is in it.
 */
final class Recorder {
  private final int mostBytes;
  private final int mostMessages;
  private List<CapturedMessage> messages = new ArrayList<>();
  private long lost;
  private volatile boolean on;

  Recorder(int mostBytes, int mostMessages) {
    this.mostBytes = mostBytes;
    this.mostMessages = mostMessages;
  }

  /** Begins anew. */
  synchronized void start() {
    messages = new ArrayList<>();
    lost = 0;
    on = true;
  }

  /** Ends and hands out what was kept. */
  synchronized Capture stop() {
    on = false;
    return take();
  }

  /** Hands out what was kept so far and goes on. */
  synchronized Capture take() {
    Capture capture = new Capture(messages, lost);
    messages = new ArrayList<>();
    lost = 0;
    return capture;
  }

  /** Adds a message if the recorder is on. */
  void add(int connection, Direction direction, Message message) {
    if (on) {
      keep(captured(connection, direction, message));
    }
  }

  private synchronized void keep(CapturedMessage captured) {
    if (!on) {
      return;
    }
    if (messages.size() < mostMessages) {
      messages.add(captured);
    } else {
      lost++;
    }
  }

  private CapturedMessage captured(int connection, Direction direction, Message message) {
    byte[] plain = plain(message);
    byte[] shown = plain.length > mostBytes ? Arrays.copyOf(plain, mostBytes) : plain;
    boolean empty = plain.length == 0 && message.body().length() > 0;
    return new CapturedMessage(
        connection,
        direction,
        message.kind(),
        data(message, shown),
        message.body().length(),
        message.body().isTruncated() || shown.length < plain.length || empty);
  }

  private byte[] plain(Message message) {
    byte[] body = message.body().toBytes();
    if (message.kind() == Kind.HTTP) {
      return HttpBody.plain(message.head(), body);
    } else if (message.compressed()) {
      return Deflated.unpack(body, !message.body().isTruncated(), mostBytes + 1)
          .orElse(new byte[0]);
    }
    return body;
  }

  private static String data(Message message, byte[] shown) {
    return switch (message.kind()) {
      case HTTP -> Redaction.http(message.head(), new String(shown, StandardCharsets.UTF_8));
      case TEXT -> Redaction.text(new String(shown, StandardCharsets.UTF_8));
      case BINARY, PING, PONG, CLOSE -> HexFormat.of().formatHex(Redaction.binary(shown));
    };
  }
}
