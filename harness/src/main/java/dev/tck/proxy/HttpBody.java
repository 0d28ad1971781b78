package dev.tck.proxy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies, and writes messages whose body was changed. */
final class HttpBody {
  private static final int STEP_BYTES = 8192;

  private HttpBody() {}

  /** Returns a body without gzip, as far as it is there. */
  static byte[] plain(String head, byte[] body) {
    if (!HttpCutter.header(head, "content-encoding").equalsIgnoreCase("gzip")) {
      return body;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] step = new byte[STEP_BYTES];
      for (int count = input.read(step); count >= 0; count = input.read(step)) {
        plain.write(step, 0, count);
      }
    } catch (IOException e) {
      // The rest was cut off, or is no gzip: what there is must do.
    }
    return plain.size() == 0 ? body : plain.toByteArray();
  }

  /** Returns the bytes of a message with a plain body of known length. */
  static byte[] message(String head, byte[] body) {
    StringBuilder changed = new StringBuilder();
    for (String line : head.strip().split("\r\n")) {
      String name = line.toLowerCase(Locale.ROOT);
      if (!name.startsWith("content-length:")
          && !name.startsWith("content-encoding:")
          && !name.startsWith("transfer-encoding:")) {
        changed.append(line).append("\r\n");
      }
    }
    changed.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] bytes = changed.toString().getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream message = new ByteArrayOutputStream(bytes.length + body.length);
    message.writeBytes(bytes);
    message.writeBytes(body);
    return message.toByteArray();
  }

  /** Returns the bytes of a head without one of its headers. */
  static byte[] without(String head, String header) {
    StringBuilder changed = new StringBuilder();
    for (String line : head.strip().split("\r\n")) {
      if (!line.toLowerCase(Locale.ROOT).startsWith(header + ":")) {
        changed.append(line).append("\r\n");
      }
    }
    return changed.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
