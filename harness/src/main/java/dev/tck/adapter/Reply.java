package dev.tck.adapter;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers one request. */
public sealed interface Reply {

  /** Returns the {@code seq} of the request that is answered. */
  long seq();

  /**
   * The operation succeeded.
   *
   * @param payload is the operation's result; see {@link Payloads}
   */
  record Ok(long seq, ObjectNode payload) implements Reply {}

  /**
   * The connector reported an error.
   *
   * @param origin says who refused
   * @param code is the connector's numeric code as it gives it (0x80002603 and 9731 are the same
   *     after masking with 0xFFFF), null if it gives none
   * @param className is the error's class in the host language
   * @param message is the error's text
   */
  record Failure(long seq, Origin origin, @Nullable Long code, String className, String message)
      implements Reply {
    /** Returns the code without the bits that only some interfaces set, or null. */
    public @Nullable Integer maskedCode() {
      return code == null ? null : (int) (code & 0xFFFF);
    }
  }

  /**
   * The connector has no such thing.
   *
   * @param capability names what is missing
   * @param why says how the adapter's author knows
   */
  record Unsupported(long seq, String capability, String why) implements Reply {}

  /**
   * The adapter itself is at fault.
   *
   * @param message says what happened
   * @param trace is the host language's stack trace, may be empty
   */
  record Fault(long seq, String message, String trace) implements Reply {}

  /** Says who reported an error. */
  enum Origin {
    /** TDengine, with one of its codes. */
    SERVER,
    /** The connector: it rejected the call or lost the connection. */
    DRIVER,
    /** The connector gave up waiting. */
    TIMEOUT;

    /** Returns the spelling in messages. */
    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
