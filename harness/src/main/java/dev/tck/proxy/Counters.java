package dev.tck.proxy;

import java.util.concurrent.atomic.LongAdder;

/** Counts what passes, on several threads. */
final class Counters {
  private final LongAdder connections = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder messagesToTarget = new LongAdder();
  private final LongAdder messagesToConnector = new LongAdder();
  private final LongAdder bytesToTarget = new LongAdder();
  private final LongAdder bytesToConnector = new LongAdder();

  void connection() {
    connections.increment();
  }

  void bytes(Direction direction, int count) {
    (direction == Direction.TO_TARGET ? bytesToTarget : bytesToConnector).add(count);
  }

  void message(Direction direction, Kind kind) {
    if (kind == Kind.HTTP && direction == Direction.TO_TARGET) {
      requests.increment();
    } else if (kind == Kind.TEXT || kind == Kind.BINARY) {
      (direction == Direction.TO_TARGET ? messagesToTarget : messagesToConnector).increment();
    }
  }

  ProxyCounts counts() {
    return new ProxyCounts(
        connections.sum(),
        requests.sum(),
        messagesToTarget.sum(),
        messagesToConnector.sum(),
        bytesToTarget.sum(),
        bytesToConnector.sum());
  }
}
