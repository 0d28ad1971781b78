package dev.tck.proxy;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Decides what becomes of each message. Called on the proxy's thread, for the messages of a
 * connection in their order; an exception ends the connection.
 */
@FunctionalInterface
public interface Fault {

  /** Decides about one message. */
  Outcome apply(Passage passage);

  /** Returns the fault that does this to some messages and leaves the others alone. */
  static Fault when(Predicate<Passage> which, Fault fault) {
    return passage -> which.test(passage) ? fault.apply(passage) : new Outcome.Pass(passage);
  }

  /** Returns the fault that changes messages. */
  static Fault change(UnaryOperator<Passage> how) {
    return passage -> new Outcome.Pass(how.apply(passage));
  }

  /** Returns the fault that loses messages. */
  static Fault drop() {
    return passage -> new Outcome.Drop();
  }

  /** Returns the fault that keeps messages waiting. */
  static Fault delay(Duration duration) {
    return passage -> new Outcome.Delay(duration, passage);
  }

  /** Returns the fault that ends the connection. */
  static Fault close() {
    return passage -> new Outcome.Close();
  }

  /** Returns the fault that changes the text of HTTP answers. */
  static Fault changeHttpAnswer(UnaryOperator<String> how) {
    return when(
        passage -> is(passage, Direction.TO_CONNECTOR, Kind.HTTP),
        change(passage -> passage.withText(how.apply(passage.text()))));
  }

  /** Returns the fault that changes text replies. */
  static Fault changeTextReply(UnaryOperator<String> how) {
    return when(
        passage -> is(passage, Direction.TO_CONNECTOR, Kind.TEXT),
        change(passage -> passage.withText(how.apply(passage.text()))));
  }

  /** Returns the fault that changes binary replies; the operator gets a copy of its own. */
  static Fault changeBinaryReply(UnaryOperator<byte[]> how) {
    return when(
        passage -> is(passage, Direction.TO_CONNECTOR, Kind.BINARY),
        change(passage -> passage.withBody(how.apply(passage.body().clone()))));
  }

  /** Returns the fault that meets the k-th text or binary message of each connection. */
  static Fault atMessage(Direction direction, int number, Fault fault) {
    return when(
        passage ->
            passage.direction() == direction
                && passage.number() == number
                && (passage.kind() == Kind.TEXT || passage.kind() == Kind.BINARY),
        fault);
  }

  private static boolean is(Passage passage, Direction direction, Kind kind) {
    return passage.direction() == direction && passage.kind() == kind;
  }
}
