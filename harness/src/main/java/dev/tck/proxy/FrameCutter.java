package dev.tck.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts WebSocket frames (RFC 6455) and puts fragments together. A control frame between fragments
 * is a message of its own.
 */
final class FrameCutter implements Cutter {
  private static final int CONTINUATION = 0;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;
  private static final int LONGEST_HEADER = 14;

  private final int keep;
  private final boolean hold;
  private @Nullable Kind dataKind;
  private boolean dataCompressed;
  private Collected data;
  private Collected dataRaw;
  private Collected control;
  private Collected controlRaw;
  private @Nullable Frame frame;
  private final byte[] header = new byte[LONGEST_HEADER];
  private int headerBytes;

  /** The frame that is being read. */
  private static final class Frame {
    private final Kind kind;
    private final boolean last;
    private final boolean masked;
    private final int mask;
    private final long length;
    private long read;

    Frame(Kind kind, boolean last, boolean masked, int mask, long length) {
      this.kind = kind;
      this.last = last;
      this.masked = masked;
      this.mask = mask;
      this.length = length;
    }
  }

  /**
   * Creates a cutter.
   *
   * @param keep is how many bytes of a payload are kept
   * @param hold says that whole payloads and raw bytes are kept
   */
  FrameCutter(int keep, boolean hold) {
    this.keep = hold ? Integer.MAX_VALUE - 16 : keep;
    this.hold = hold;
    this.data = new Collected(this.keep);
    this.dataRaw = raw();
    this.control = new Collected(this.keep);
    this.controlRaw = raw();
  }

  private Collected raw() {
    return new Collected(hold ? Integer.MAX_VALUE - 16 : 0);
  }

  @Override
  public Optional<Message> cut(ByteBuf input) throws ForeignProtocolException {
    while (input.isReadable() || (frame != null && frame.read == frame.length)) {
      Frame current = frame;
      if (current == null) {
        readHeader(input);
      } else {
        readPayload(current, input);
        if (current.read == current.length) {
          frame = null;
          Optional<Message> message = finished(current);
          if (message.isPresent()) {
            return message;
          }
        }
      }
    }
    return Optional.empty();
  }

  private void readHeader(ByteBuf input) throws ForeignProtocolException {
    while (frame == null && input.isReadable()) {
      header[headerBytes++] = input.readByte();
      if (headerBytes >= 2 && headerBytes == headerLength(header)) {
        frame = opened(header);
        (frame.kind.isControl() ? controlRaw : dataRaw).add(header, headerBytes);
        headerBytes = 0;
      }
    }
  }

  private static int headerLength(byte[] bytes) {
    int length = bytes[1] & 0x7F;
    int mask = (bytes[1] & 0x80) == 0 ? 0 : 4;
    return 2 + mask + (length == SHORT_LENGTH ? 2 : length == LONG_LENGTH ? 8 : 0);
  }

  private Frame opened(byte[] bytes) throws ForeignProtocolException {
    int opcode = bytes[0] & 0xF;
    boolean last = (bytes[0] & 0x80) != 0;
    boolean masked = (bytes[1] & 0x80) != 0;
    int at = 2;
    long length = bytes[1] & 0x7F;
    if (length >= SHORT_LENGTH) {
      int count = length == SHORT_LENGTH ? 2 : 8;
      length = 0;
      for (int index = 0; index < count; index++) {
        length = (length << 8) | (bytes[at++] & 0xFF);
      }
    }
    int mask = 0;
    for (int index = 0; masked && index < 4; index++) {
      mask = (mask << 8) | (bytes[at++] & 0xFF);
    }
    if (length < 0) {
      throw new ForeignProtocolException("a frame of negative length");
    }
    Kind kind = kind(opcode);
    if (!kind.isControl() && opcode != CONTINUATION) {
      dataKind = kind;
      dataCompressed = (bytes[0] & 0x40) != 0;
    }
    return new Frame(kind, last, masked, mask, length);
  }

  private Kind kind(int opcode) throws ForeignProtocolException {
    return switch (opcode) {
      case CONTINUATION -> {
        if (dataKind == null) {
          throw new ForeignProtocolException("a continuation of nothing");
        }
        yield dataKind;
      }
      case 1 -> Kind.TEXT;
      case 2 -> Kind.BINARY;
      case 8 -> Kind.CLOSE;
      case 9 -> Kind.PING;
      case 10 -> Kind.PONG;
      default -> throw new ForeignProtocolException("opcode " + opcode);
    };
  }

  private void readPayload(Frame current, ByteBuf input) {
    int count = (int) Math.min(input.readableBytes(), current.length - current.read);
    boolean isControl = current.kind.isControl();
    Collected payload = isControl ? control : data;
    int before = payload.kept();
    payload.add(input, input.readerIndex(), count);
    if (current.masked) {
      payload.unmask(before, current.mask, (int) (current.read & 3));
    }
    (isControl ? controlRaw : dataRaw).add(input, input.readerIndex(), count);
    input.skipBytes(count);
    current.read += count;
  }

  private Optional<Message> finished(Frame ended) {
    if (ended.kind.isControl()) {
      Message message = new Message(ended.kind, "", control, false, controlRaw);
      control = new Collected(keep);
      controlRaw = raw();
      return Optional.of(message);
    }
    if (!ended.last) {
      return Optional.empty();
    }
    Message message = new Message(ended.kind, "", data, dataCompressed, dataRaw);
    data = new Collected(keep);
    dataRaw = raw();
    dataKind = null;
    return Optional.of(message);
  }

  @Override
  public byte[] unfinished() {
    Collected all = raw();
    all.add(dataRaw.toBytes(), dataRaw.kept());
    all.add(controlRaw.toBytes(), controlRaw.kept());
    all.add(header, headerBytes);
    return all.toBytes();
  }

  @Override
  public Optional<Message> end() {
    return Optional.empty();
  }
}
