package dev.tck.proxy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Keeps what passes while it is switched on; without secrets from the beginning. */
final class Recorder {
  private final int mostMessages;
  private List<CapturedMessage> messages = new ArrayList<>();
  private long lost;
  private volatile boolean on;

  Recorder(int mostMessages) {
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

  boolean isOn() {
    return on;
  }

  /** Adds a message if the recorder is on. */
  void add(int connection, Direction direction, Message message) {
    if (on) {
      CapturedMessage captured =
          new CapturedMessage(
              connection,
              direction,
              message.kind(),
              data(message),
              message.body().length(),
              message.body().isTruncated());
      keep(captured);
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

  private static String data(Message message) {
    byte[] body = message.body().toBytes();
    if (message.kind() == Kind.HTTP) {
      byte[] plain = HttpBody.plain(message.head(), body);
      return Redaction.http(message.head(), new String(plain, StandardCharsets.UTF_8));
    } else if (message.kind() == Kind.TEXT && !message.compressed()) {
      return Redaction.text(new String(body, StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(Redaction.binary(body));
  }
}
