package dev.tck.wire;

import java.nio.charset.StandardCharsets;

/**
 * Reads and writes the binary requests of {@code /ws}: a 24-byte header (request id, result or
 * statement id, action) and a body (protocol notes, {@code websocket.md} §5).
 */
public final class BinaryRequest {
  /** The bytes before the body. */
  public static final int HEADER_BYTES = 24;

  /** Carries SQL. */
  public static final long QUERY = 6;

  /** Asks for the next block of a result. */
  public static final long FETCH_RAW_BLOCK = 7;

  /** Asks whether SQL is valid. */
  public static final long VALIDATE_SQL = 10;

  private static final int QUERY_VERSION = 1;
  private static final int QUERY_HEADER_BYTES = HEADER_BYTES + 6;

  private BinaryRequest() {}

  /** Returns the request that carries SQL. */
  public static byte[] query(long requestId, String sql) {
    byte[] text = sql.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[QUERY_HEADER_BYTES + text.length];
    header(frame, requestId, 0, QUERY);
    LittleEndian.putShort(frame, HEADER_BYTES, QUERY_VERSION);
    LittleEndian.putInt(frame, HEADER_BYTES + 2, text.length);
    System.arraycopy(text, 0, frame, QUERY_HEADER_BYTES, text.length);
    return frame;
  }

  /** Returns the request for the next block of a result. */
  public static byte[] fetchRawBlock(long requestId, long resultId) {
    byte[] frame = new byte[HEADER_BYTES + 2];
    header(frame, requestId, resultId, FETCH_RAW_BLOCK);
    LittleEndian.putShort(frame, HEADER_BYTES, QUERY_VERSION);
    return frame;
  }

  private static void header(byte[] frame, long requestId, long id, long action) {
    LittleEndian.putLong(frame, 0, requestId);
    LittleEndian.putLong(frame, 8, id);
    LittleEndian.putLong(frame, 16, action);
  }

  /** Returns the request id, an unsigned number. */
  public static long requestId(byte[] frame) {
    return LittleEndian.getLong(frame, 0);
  }

  /** Returns the id of the result or statement that the request is about, 0 if there is none. */
  public static long id(byte[] frame) {
    return LittleEndian.getLong(frame, 8);
  }

  /** Returns the action. */
  public static long action(byte[] frame) {
    return LittleEndian.getLong(frame, 16);
  }

  /**
   * Returns the SQL of a query request; bytes after it are ignored, as taosAdapter does.
   *
   * @throws WireFormatException with taosAdapter's own message if the frame is short or of another
   *     version
   */
  public static String sql(byte[] frame) {
    if (frame.length < QUERY_HEADER_BYTES) {
      throw new WireFormatException("message length is too short");
    }
    int version = LittleEndian.getUnsignedShort(frame, HEADER_BYTES);
    if (version != QUERY_VERSION) {
      throw new WireFormatException("unknown binary query version:" + version);
    }
    int length = LittleEndian.getInt(frame, HEADER_BYTES + 2);
    int remaining = frame.length - QUERY_HEADER_BYTES;
    if (length < 0 || length > remaining) {
      throw new WireFormatException(
          "uncompleted message, sql length:"
              + Integer.toUnsignedString(length)
              + ", remainMessageLength:"
              + remaining);
    }
    return new String(frame, QUERY_HEADER_BYTES, length, StandardCharsets.UTF_8);
  }
}
