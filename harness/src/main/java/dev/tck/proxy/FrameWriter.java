package dev.tck.proxy;

import java.io.ByteArrayOutputStream;

/** Writes a WebSocket message whose payload was changed as one frame. */
final class FrameWriter {
  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;

  private FrameWriter() {}

  /** Returns the frame; what goes to the target has a mask of zeros, which is allowed. */
  static byte[] frame(Direction direction, Kind kind, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
    int mask = direction == Direction.TO_TARGET ? MASKED : 0;
    frame.write(LAST | opcode(kind));
    if (payload.length < 126) {
      frame.write(mask | payload.length);
    } else if (payload.length <= 0xFFFF) {
      frame.write(mask | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(mask | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    if (mask != 0) {
      frame.writeBytes(new byte[4]);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static int opcode(Kind kind) {
    return switch (kind) {
      case TEXT -> 1;
      case BINARY -> 2;
      case CLOSE -> 8;
      case PING -> 9;
      case PONG -> 10;
      case HTTP -> throw new IllegalArgumentException("no frame carries HTTP");
    };
  }
}
