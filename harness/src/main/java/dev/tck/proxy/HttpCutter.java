package dev.tck.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cuts HTTP/1 messages; bodies may have a length, come in chunks, or end with the connection. */
final class HttpCutter implements Cutter {
  private static final int LONGEST_HEAD = 1024 * 1024;

  /** Says what the next bytes are. */
  private enum State {
    HEAD,
    BODY,
    UNTIL_CLOSE,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  private final int keep;
  private final boolean hold;
  private final Predicate<String> bodiless;
  private final boolean answers;
  private State state = State.HEAD;
  private StringBuilder line = new StringBuilder();
  private String head = "";
  private @Nullable Collected body;
  private Collected raw;
  private long left;

  /**
   * Creates a cutter.
   *
   * @param keep is how many bytes of a body are kept
   * @param hold says that whole bodies and raw bytes are kept
   * @param answers says that this is the way of the answers
   * @param bodiless tells of an answer's status line whether the answer has no body whatever its
   *     headers say
   */
  HttpCutter(int keep, boolean hold, boolean answers, Predicate<String> bodiless) {
    this.keep = hold ? Integer.MAX_VALUE - 16 : keep;
    this.hold = hold;
    this.answers = answers;
    this.bodiless = bodiless;
    this.raw = raw();
  }

  private Collected raw() {
    return new Collected(hold ? Integer.MAX_VALUE - 16 : 0);
  }

  @Override
  public Optional<Message> cut(ByteBuf input) throws ForeignProtocolException {
    while (input.isReadable()) {
      boolean complete =
          switch (state) {
            case HEAD -> readHead(input);
            case BODY -> readBody(input, State.HEAD);
            case UNTIL_CLOSE -> readAll(input);
            case CHUNK -> {
              readBody(input, State.CHUNK_END);
              yield false;
            }
            case CHUNK_SIZE, CHUNK_END, TRAILER -> readLine(input) && lineEnded();
          };
      if (complete) {
        return Optional.of(finish());
      }
    }
    return Optional.empty();
  }

  private boolean readHead(ByteBuf input) throws ForeignProtocolException {
    while (input.isReadable()) {
      raw.add(input, input.readerIndex(), 1);
      char next = (char) input.readUnsignedByte();
      line.append(next);
      int length = line.length();
      if (next == '\n' && length >= 4 && line.substring(length - 4).equals("\r\n\r\n")) {
        head = line.toString();
        line = new StringBuilder();
        return headEnded();
      }
      if (length > LONGEST_HEAD) {
        throw new ForeignProtocolException("a head without end");
      }
    }
    return false;
  }

  private boolean headEnded() throws ForeignProtocolException {
    String first = head.substring(0, head.indexOf("\r\n"));
    if (!first.contains("HTTP/1.")) {
      throw new ForeignProtocolException("no HTTP/1: " + first);
    }
    body = new Collected(keep);
    if (answers && bodiless.test(first)) {
      return true;
    }
    if (header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
      state = State.CHUNK_SIZE;
      return false;
    }
    String length = header("content-length");
    if (!length.isEmpty()) {
      left = number(length, 10);
      state = left == 0 ? State.HEAD : State.BODY;
      return left == 0;
    }
    state = answers ? State.UNTIL_CLOSE : State.HEAD;
    return !answers;
  }

  /** Returns a header of the message that is being read, or an empty text. */
  private String header(String name) {
    return header(head, name);
  }

  /** Returns a header of a head, or an empty text. */
  static String header(String head, String name) {
    for (String each : head.split("\r\n")) {
      int colon = each.indexOf(':');
      if (colon > 0 && each.substring(0, colon).equalsIgnoreCase(name)) {
        return each.substring(colon + 1).strip();
      }
    }
    return "";
  }

  private static long number(String text, int radix) throws ForeignProtocolException {
    try {
      long number = Long.parseLong(text, radix);
      if (number < 0) {
        throw new ForeignProtocolException("a negative length");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new ForeignProtocolException("no length: " + text);
    }
  }

  private boolean readBody(ByteBuf input, State next) {
    int count = (int) Math.min(left, input.readableBytes());
    collect(input, count);
    left -= count;
    if (left == 0) {
      state = next;
    }
    return left == 0;
  }

  private boolean readAll(ByteBuf input) {
    collect(input, input.readableBytes());
    return false;
  }

  private void collect(ByteBuf input, int count) {
    if (body != null) {
      body.add(input, input.readerIndex(), count);
    }
    raw.add(input, input.readerIndex(), count);
    input.skipBytes(count);
  }

  private boolean readLine(ByteBuf input) {
    while (input.isReadable()) {
      raw.add(input, input.readerIndex(), 1);
      char next = (char) input.readUnsignedByte();
      if (next == '\n') {
        return true;
      }
      line.append(next);
    }
    return false;
  }

  private boolean lineEnded() throws ForeignProtocolException {
    String text = line.toString().strip();
    line = new StringBuilder();
    switch (state) {
      case CHUNK_SIZE -> {
        int semicolon = text.indexOf(';');
        left = number((semicolon < 0 ? text : text.substring(0, semicolon)).strip(), 16);
        state = left == 0 ? State.TRAILER : State.CHUNK;
      }
      case CHUNK_END -> state = State.CHUNK_SIZE;
      default -> {
        return text.isEmpty();
      }
    }
    return false;
  }

  private Message finish() {
    Message message =
        new Message(Kind.HTTP, head, body == null ? new Collected(0) : body, false, raw);
    state = State.HEAD;
    body = null;
    raw = raw();
    return message;
  }

  @Override
  public byte[] unfinished() {
    return raw.toBytes();
  }

  @Override
  public Optional<Message> end() {
    return state == State.UNTIL_CLOSE ? Optional.of(finish()) : Optional.empty();
  }
}
