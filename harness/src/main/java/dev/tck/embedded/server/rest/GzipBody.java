package dev.tck.embedded.server.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies with {@code Content-Encoding: gzip}; like taosAdapter it knows no other one. */
final class GzipBody {
  private static final int STEP_BYTES = 64 * 1024;

  private GzipBody() {}

  /**
   * Returns the body without gzip.
   *
   * @param most is how long it may get
   * @throws IOException if it is no gzip, or longer
   */
  static byte[] unpack(byte[] body, int most) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(2 * body.length);
    byte[] step = new byte[STEP_BYTES];
    try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(body))) {
      for (int count = input.read(step); count >= 0; count = input.read(step)) {
        plain.write(step, 0, count);
        if (plain.size() > most) {
          throw new IOException("a body of more than " + most + " bytes");
        }
      }
    }
    return plain.toByteArray();
  }
}
