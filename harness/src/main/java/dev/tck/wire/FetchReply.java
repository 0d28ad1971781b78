package dev.tck.wire;

import java.nio.charset.StandardCharsets;

/**
 * Reads and writes the binary reply to {@link BinaryRequest#FETCH_RAW_BLOCK} (protocol notes,
 * {@code websocket.md} §5.7).
 *
 * @param requestId is the id of the request that is answered
 * @param code is 0, or an error's code, masked to 16 bits
 * @param message is the error's text, else empty
 * @param resultId is the id of the result
 * @param finished is true if no block follows; the server has freed the result then
 * @param blockStart is where the block begins in the frame, 0 if there is none
 * @param blockLength is the length of the block in bytes
 */
public record FetchReply(
    long requestId,
    int code,
    String message,
    long resultId,
    boolean finished,
    int blockStart,
    int blockLength) {

  private static final int FIXED_BYTES = 42;
  private static final int VERSION = 1;

  /**
   * Reads a reply; the block stays where it is in the frame.
   *
   * @throws WireFormatException if the frame is no such reply
   */
  public static FetchReply read(byte[] frame) {
    require(
        frame.length >= FIXED_BYTES + 9,
        "a fetch reply has at least 51 bytes, this one " + frame.length);
    require(LittleEndian.getLong(frame, 0) == -1L, "offset 0: eight bytes FF open the reply");
    long action = LittleEndian.getLong(frame, 8);
    require(
        action == BinaryRequest.FETCH_RAW_BLOCK, "offset 8: action " + action + " instead of 7");
    long requestId = LittleEndian.getLong(frame, 26);
    int code = LittleEndian.getInt(frame, 34);
    int messageLength = LittleEndian.getInt(frame, 38);
    require(
        messageLength >= 0 && messageLength <= frame.length - FIXED_BYTES - 9,
        "offset 38: message of " + messageLength + " bytes leaves the frame");
    String message = new String(frame, FIXED_BYTES, messageLength, StandardCharsets.UTF_8);
    int position = FIXED_BYTES + messageLength;
    long resultId = LittleEndian.getLong(frame, position);
    boolean finished = frame[position + 8] != 0;
    if (finished) {
      return new FetchReply(requestId, code, message, resultId, true, 0, 0);
    }
    require(
        frame.length >= position + 13,
        "offset " + (position + 9) + ": a block's length must follow");
    int blockLength = LittleEndian.getInt(frame, position + 9);
    require(
        blockLength >= 0 && blockLength <= frame.length - position - 13,
        "offset " + (position + 9) + ": block of " + blockLength + " bytes leaves the frame");
    return new FetchReply(requestId, code, message, resultId, false, position + 13, blockLength);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new WireFormatException("fetch reply, " + message);
    }
  }

  /** Returns whether a frame's first bytes are those of a reply of this style. */
  public static boolean isFetchReply(byte[] frame) {
    return frame.length >= FIXED_BYTES
        && LittleEndian.getLong(frame, 0) == -1L
        && LittleEndian.getLong(frame, 8) == BinaryRequest.FETCH_RAW_BLOCK;
  }

  /** Returns the bytes of a reply that carries a block, up to the block. */
  public static byte[] blockHeader(
      long requestId, long resultId, long timingNanos, int blockLength) {
    byte[] frame = fixed(requestId, timingNanos, 0, new byte[0], 13);
    LittleEndian.putLong(frame, FIXED_BYTES, resultId);
    LittleEndian.putInt(frame, FIXED_BYTES + 9, blockLength);
    return frame;
  }

  /** Returns the reply that ends a result. */
  public static byte[] end(long requestId, long resultId, long timingNanos) {
    return error(requestId, resultId, timingNanos, 0, "");
  }

  /** Returns the reply that reports an error. */
  public static byte[] error(
      long requestId, long resultId, long timingNanos, int code, String message) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    byte[] frame = fixed(requestId, timingNanos, code, text, 9);
    LittleEndian.putLong(frame, FIXED_BYTES + text.length, resultId);
    frame[FIXED_BYTES + text.length + 8] = 1;
    return frame;
  }

  private static byte[] fixed(
      long requestId, long timingNanos, int code, byte[] message, int rest) {
    byte[] frame = new byte[FIXED_BYTES + message.length + rest];
    LittleEndian.putLong(frame, 0, -1L);
    LittleEndian.putLong(frame, 8, BinaryRequest.FETCH_RAW_BLOCK);
    LittleEndian.putShort(frame, 16, VERSION);
    LittleEndian.putLong(frame, 18, timingNanos);
    LittleEndian.putLong(frame, 26, requestId);
    LittleEndian.putInt(frame, 34, code);
    LittleEndian.putInt(frame, 38, message.length);
    System.arraycopy(message, 0, frame, FIXED_BYTES, message.length);
    return frame;
  }
}
