package dev.tck.embedded.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that does frame by frame what it is told (RFC 6455), by hand. */
final class RawSocket implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** A frame that came. */
  static final class Frame {
    private final int opcode;
    private final boolean last;
    private final byte[] payload;

    Frame(int opcode, boolean last, byte[] payload) {
      this.opcode = opcode;
      this.last = last;
      this.payload = payload;
    }

    int opcode() {
      return opcode;
    }

    boolean last() {
      return last;
    }

    byte[] payload() {
      return payload;
    }

    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  private final Socket socket;
  private final DataInputStream input;

  RawSocket(int port, String path) throws IOException {
    socket = RawHttp.connect(port);
    input = new DataInputStream(socket.getInputStream());
    socket.getOutputStream().write(upgrade(path, ""));
    String head = head();
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket: " + head);
    }
    // The value that taosAdapter answered to the same key.
    if (!head.contains("R2/06iew3c0WdFXeC9YFyMZ1Qbk=")) {
      throw new IOException("wrong accept value: " + head);
    }
  }

  /** Returns the request for an upgrade, with headers that end in line breaks. */
  static byte[] upgrade(String path, String moreHeaders) {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: IgdZQHNe8Vbvg90PZr1FoA==\r\n"
            + moreHeaders
            + "\r\n";
    return request.getBytes(StandardCharsets.US_ASCII);
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) input.readUnsignedByte());
    }
    return head.toString();
  }

  /** Returns a socket on {@code /ws} that has logged in. */
  static RawSocket connected(int port) throws IOException {
    RawSocket socket = new RawSocket(port, "/ws");
    socket.text(
        "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\"}}");
    String reply = socket.read().text();
    if (!reply.startsWith("{\"code\":0,")) {
      throw new IOException(reply);
    }
    return socket;
  }

  void text(String message) throws IOException {
    frame(TEXT, true, message.getBytes(StandardCharsets.UTF_8));
  }

  void binary(byte[] message) throws IOException {
    frame(BINARY, true, message);
  }

  /** Sends bytes that need not be a frame. */
  void bytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Sends one frame, masked as clients must. */
  void frame(int opcode, boolean last, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write((last ? 0x80 : 0) | opcode);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else if (payload.length < 65_536) {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    byte[] mask = {0x12, 0x34, 0x56, 0x78};
    frame.writeBytes(mask);
    for (int index = 0; index < payload.length; index++) {
      frame.write(payload[index] ^ mask[index % 4]);
    }
    socket.getOutputStream().write(frame.toByteArray());
  }

  Frame read() throws IOException {
    int first = input.readUnsignedByte();
    int second = input.readUnsignedByte();
    if ((second & 0x80) != 0) {
      throw new IOException("a server must not mask");
    }
    long length = second & 0x7F;
    if (length == 126) {
      length = input.readUnsignedShort();
    } else if (length == 127) {
      length = input.readLong();
    }
    byte[] payload = new byte[(int) length];
    input.readFully(payload);
    return new Frame(first & 0xF, (first & 0x80) != 0, payload);
  }

  /** Sends a text and returns the text that is answered. */
  String ask(String message) throws IOException {
    text(message);
    return read().text();
  }

  /** Returns the next frame, or null if none comes for a while. */
  @Nullable Frame readWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return read();
    } catch (SocketTimeoutException e) {
      return null;
    } finally {
      socket.setSoTimeout(20_000);
    }
  }

  boolean isEnded() throws IOException {
    return input.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
