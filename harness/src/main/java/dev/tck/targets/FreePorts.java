package dev.tck.targets;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.List;

/**
 * Finds ports for a server that binds more than one.
 *
 * <p>Below the range from which systems give ports to clients, so that none is taken between the
 * search and the server's start.
 */
final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int STEP = 20;

  private final long seed;
  private int tried;

  /**
   * Creates a search.
   *
   * @param seed lets searches of different processes begin at different ports
   */
  FreePorts(long seed) {
    this.seed = seed;
  }

  /**
   * Returns a port that is free, and at these distances too.
   *
   * @throws IOException if there is none
   */
  int next(List<Integer> distances) throws IOException {
    int blocks = (LAST - FIRST) / STEP;
    while (tried < blocks) {
      int port = FIRST + STEP * (int) Math.floorMod(seed + tried++, (long) blocks);
      if (distances.stream().allMatch(distance -> isFree(port + distance))) {
        return port;
      }
    }
    throw new IOException("no free ports between " + FIRST + " and " + LAST);
  }

  private static boolean isFree(int port) {
    try (ServerSocket stream = new ServerSocket(port);
        DatagramSocket datagrams = new DatagramSocket(port)) {
      return stream.isBound() && datagrams.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
