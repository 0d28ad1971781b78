package dev.tck.proxy;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks messages of permessage-deflate (RFC 7692) that stand on their own. */
final class Deflated {
  private static final byte[] TAIL = {0, 0, -1, -1};
  private static final int STEP_BYTES = 8192;

  private Deflated() {}

  /**
   * Returns the beginning of a message, or nothing if it leans on earlier messages.
   *
   * @param packed is the message or its beginning
   * @param whole says that it is the message
   * @param most is how much is unpacked
   */
  static Optional<byte[]> unpack(byte[] packed, boolean whole, int most) {
    Inflater inflater = new Inflater(true);
    try {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      inflater.setInput(packed);
      inflateInto(plain, inflater, most);
      if (whole && plain.size() < most) {
        inflater.setInput(TAIL);
        inflateInto(plain, inflater, most);
      }
      return Optional.of(plain.toByteArray());
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static void inflateInto(ByteArrayOutputStream plain, Inflater inflater, int most)
      throws DataFormatException {
    byte[] step = new byte[STEP_BYTES];
    int count = inflater.inflate(step);
    while (count > 0 && plain.size() < most) {
      plain.write(step, 0, Math.min(count, most - plain.size()));
      count = inflater.inflate(step);
    }
  }
}
