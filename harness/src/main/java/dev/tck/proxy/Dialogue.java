package dev.tck.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects a connector's channel with the target's. Both live on one event loop, so that one thread
 * does all of it.
 *
 * <p>Without fault the bytes are looked at and sent on as they come. With a fault they are held
 * back until a message is whole; one that the fault does not change is sent on in its very bytes.
 * What is neither HTTP/1 nor WebSocket passes unseen.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails ends the channel, which is seen.
final class Dialogue {
  private static final String UPGRADE_HEADER = "upgrade";
  private static final String EXTENSIONS_HEADER = "sec-websocket-extensions";

  private final int number;
  private final int keep;
  private final Recorder recorder;
  private final Counters counters;
  private final @Nullable Fault fault;
  private final Way toTarget;
  private final Way toConnector;
  // The first lines of requests whose answers have not come.
  private final ArrayDeque<String> asked = new ArrayDeque<>();
  private boolean ended;

  Dialogue(
      int number,
      int keep,
      Recorder recorder,
      Counters counters,
      @Nullable Fault fault,
      Channel connector,
      Channel target) {
    this.number = number;
    this.keep = keep;
    this.recorder = recorder;
    this.counters = counters;
    this.fault = fault;
    this.toTarget =
        new Way(
            Direction.TO_TARGET,
            connector,
            target,
            new HttpCutter(keep, fault != null, false, line -> false));
    this.toConnector =
        new Way(
            Direction.TO_CONNECTOR,
            target,
            connector,
            new HttpCutter(keep, fault != null, true, this::isBodiless));
  }

  private boolean isBodiless(String statusLine) {
    int status = status(statusLine);
    String request = asked.peekFirst();
    return status < 200
        || status == 204
        || status == 304
        || (request != null && request.startsWith("HEAD "));
  }

  private static int status(String statusLine) {
    String[] parts = statusLine.split(" ");
    return parts.length > 1 && parts[1].matches("[0-9]{3}") ? Integer.parseInt(parts[1]) : 200;
  }

  private Way way(Direction direction) {
    return direction == Direction.TO_TARGET ? toTarget : toConnector;
  }

  /** Takes bytes that came. */
  void received(Direction direction, ByteBuf bytes) {
    Way way = way(direction);
    counters.bytes(direction, bytes.readableBytes());
    if (ended) {
      bytes.release();
    } else if (fault == null || way.isForeign()) {
      // Looked at first: who has got an answer finds it in the capture.
      look(way, bytes.retainedDuplicate());
      send(way, bytes);
    } else {
      way.add(bytes);
      proceed(way);
    }
  }

  private void look(Way way, ByteBuf bytes) {
    if (way.isForeign()) {
      bytes.release();
      return;
    }
    way.add(bytes);
    try {
      for (Optional<Message> message = way.next(); message.isPresent(); message = way.next()) {
        seen(way, message.get());
      }
      way.trim();
    } catch (ForeignProtocolException e) {
      way.cutWith(null);
      way.release();
    }
  }

  private void proceed(Way way) {
    try {
      for (Optional<Message> message = way.next();
          message.isPresent();
          message = ended ? Optional.empty() : way.next()) {
        int order = seen(way, message.get());
        if (!pass(way, message.get(), order)) {
          return;
        }
      }
    } catch (ForeignProtocolException e) {
      send(way, way.giveUp());
    } catch (RuntimeException e) {
      // A fault that fails has no business with the rest of the conversation.
      end();
    }
  }

  private int seen(Way way, Message message) {
    counters.message(way.direction(), message.kind());
    recorder.add(number, way.direction(), message);
    if (message.kind() == Kind.HTTP) {
      follow(way, message);
    }
    return way.number(message.kind());
  }

  private void follow(Way way, Message message) {
    String first = message.head().substring(0, message.head().indexOf("\r\n"));
    if (way == toTarget) {
      asked.addLast(first);
      boolean upgrade =
          HttpCutter.header(message.head(), UPGRADE_HEADER).equalsIgnoreCase("websocket");
      toTarget.waiting(upgrade);
      return;
    }
    int status = status(first);
    if (status >= 200 || status == 101) {
      asked.pollFirst();
    }
    if (status == 101) {
      toTarget.cutWith(new FrameCutter(keep, fault != null));
      toConnector.cutWith(new FrameCutter(keep, fault != null));
    }
    if (status >= 200 || status == 101) {
      toTarget.waiting(false);
      resumeRequests();
    }
  }

  // What the connector said before the answer to its upgrade can be read now.
  private void resumeRequests() {
    if (fault == null) {
      look(toTarget, Unpooled.EMPTY_BUFFER);
    } else {
      toTarget.source().eventLoop().execute(() -> proceed(toTarget));
    }
  }

  /** Returns whether the next message may follow at once. */
  private boolean pass(Way way, Message message, int order) {
    Fault decides = Objects.requireNonNull(fault);
    byte[] body = message.body().toBytes();
    Passage passage =
        new Passage(
            number,
            way.direction(),
            message.kind(),
            order,
            message.head(),
            message.kind() == Kind.HTTP ? HttpBody.plain(message.head(), body) : body);
    Outcome outcome = decides.apply(passage);
    if (outcome instanceof Outcome.Pass passed) {
      send(way, bytes(message, passage, passed.passage()));
    } else if (outcome instanceof Outcome.Delay delayed) {
      way.source().config().setAutoRead(false);
      way.sink()
          .eventLoop()
          .schedule(
              () -> goOn(way, bytes(message, passage, delayed.passage())),
              delayed.duration().toNanos(),
              TimeUnit.NANOSECONDS);
      return false;
    } else if (outcome instanceof Outcome.Close) {
      end();
      return false;
    }
    return true;
  }

  private void goOn(Way way, ByteBuf bytes) {
    if (ended) {
      bytes.release();
      return;
    }
    send(way, bytes);
    way.source().config().setAutoRead(true);
    proceed(way);
  }

  private static ByteBuf bytes(Message message, Passage before, Passage after) {
    boolean unchanged = after.body() == before.body();
    if (unchanged && isUpgrade(before)) {
      // Packed messages could not be changed.
      return Unpooled.wrappedBuffer(HttpBody.without(message.head(), EXTENSIONS_HEADER));
    } else if (unchanged) {
      return Unpooled.wrappedBuffer(message.raw().toBytes());
    } else if (message.kind() == Kind.HTTP) {
      return Unpooled.wrappedBuffer(HttpBody.message(message.head(), after.body()));
    }
    return Unpooled.wrappedBuffer(
        FrameWriter.frame(before.direction(), message.kind(), after.body()));
  }

  private static boolean isUpgrade(Passage passage) {
    return passage.kind() == Kind.HTTP
        && passage.direction() == Direction.TO_TARGET
        && passage.body().length == 0
        && HttpCutter.header(passage.head(), UPGRADE_HEADER).equalsIgnoreCase("websocket");
  }

  private static void send(Way way, ByteBuf bytes) {
    way.sink().writeAndFlush(bytes);
    if (!way.sink().isWritable()) {
      way.source().config().setAutoRead(false);
    }
  }

  /** Reads on, because what was sent that way has gone. */
  void writable(Direction direction) {
    Way way = way(direction);
    if (way.sink().isWritable()) {
      way.source().config().setAutoRead(true);
    }
  }

  /** Ends both sides, because one of them has ended. */
  void sourceEnded(Direction direction) {
    if (ended) {
      return;
    }
    Way way = way(direction);
    Optional<Message> last = way.end();
    if (last.isPresent()) {
      int order = seen(way, last.get());
      if (fault != null && !pass(way, last.get(), order)) {
        return;
      }
    }
    ended = true;
    ByteBuf rest = fault == null ? Unpooled.EMPTY_BUFFER : way.giveUp();
    release();
    way.sink().writeAndFlush(rest).addListener(ChannelFutureListener.CLOSE);
  }

  private void end() {
    ended = true;
    release();
    toTarget.source().close();
    toConnector.source().close();
  }

  private void release() {
    toTarget.release();
    toConnector.release();
  }
}
