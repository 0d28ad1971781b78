package dev.tck.reference;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Bounds each wait for more of an answer; the timeout of a JDK request ends with the headers. */
final class TimedBody extends FilterInputStream {
  private final Duration timeout;
  private volatile boolean expired;

  TimedBody(InputStream body, Duration timeout) {
    super(body);
    this.timeout = timeout;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (in.available() > 0) {
      return in.read(target, offset, length);
    }
    CompletableFuture<Void> arrival = new CompletableFuture<>();
    var unused =
        arrival
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(late -> giveUp());
    try {
      int read = in.read(target, offset, length);
      if (read < 0 && expired) {
        throw late();
      }
      return read;
    } catch (IOException e) {
      throw expired ? late() : e;
    } finally {
      arrival.complete(null);
    }
  }

  // Closing is what ends a read of the JDK's body that waits.
  private @Nullable Void giveUp() {
    expired = true;
    try {
      in.close();
    } catch (IOException e) {
      // It is of no use any more; the reader reports that it waited too long.
    }
    return null;
  }

  private HttpTimeoutException late() {
    return new HttpTimeoutException("no more of the answer within " + timeout);
  }
}
