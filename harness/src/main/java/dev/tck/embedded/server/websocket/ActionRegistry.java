package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;
import dev.tck.wire.BinaryRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows the actions of one endpoint and finds the one that a message is for.
 *
 * <p>Messages that fit no action are answered as on {@code /ws}; the older endpoints ignore them
 * silently, which {@code lenient} says.
 */
final class ActionRegistry {
  private static final String TOO_SHORT = "message length is too short";

  private record TextEntry(String label, boolean needsSession, TextAction action) {}

  private record BinaryEntry(String name, BinaryAction action) {}

  private final Map<String, TextEntry> texts = new HashMap<>();
  private final Map<Long, BinaryEntry> binaries = new HashMap<>();
  private final boolean lenient;

  ActionRegistry(boolean lenient) {
    this.lenient = lenient;
  }

  /** Adds an action that works before {@code conn}; the label stands in complaints about args. */
  void addOpen(String name, String label, TextAction action) {
    texts.put(name, new TextEntry(label, false, action));
  }

  /** Adds an action that needs a session. */
  void add(String name, String label, TextAction action) {
    texts.put(name, new TextEntry(label, true, action));
  }

  /** Adds a binary action, which needs a session. */
  void add(long number, String name, BinaryAction action) {
    binaries.put(number, new BinaryEntry(name, action));
  }

  /** Answers a text message. */
  void run(Connection connection, Request request) {
    if (request instanceof Request.Text text) {
      runText(connection, text);
    } else if (request instanceof Request.Broken broken && !lenient) {
      long id = broken.args() == null ? 0 : broken.args().lenientRequestId();
      connection.sendError(broken, id, AdapterException.CODE, broken.problem());
    }
  }

  private void runText(Connection connection, Request.Text request) {
    TextEntry entry = texts.get(request.action());
    long id = request.args().lenientRequestId();
    if (entry == null && lenient) {
      return;
    }
    try {
      if ((entry == null || entry.needsSession()) && !connection.isConnected()) {
        throw new AdapterException("server not connected");
      } else if (entry == null) {
        throw new AdapterException("unknown action " + request.action());
      }
      entry.action().run(connection, request);
    } catch (MalformedArguments e) {
      if (!lenient && entry != null) {
        connection.sendError(
            request, id, AdapterException.CODE, "unmarshal " + entry.label() + " request error");
      }
    } catch (AdapterException e) {
      connection.sendError(request, id, AdapterException.CODE, String.valueOf(e.getMessage()));
    } catch (TaosException e) {
      connection.sendError(request, id, e);
    }
  }

  /** Answers a binary message. */
  void run(Connection connection, byte[] frame, long started) {
    if (frame.length < BinaryRequest.HEADER_BYTES) {
      Request.Binary nameless = new Request.Binary("unknown", frame, started);
      if (!lenient) {
        connection.sendError(nameless, 0, AdapterException.CODE, TOO_SHORT);
      }
      return;
    }
    BinaryEntry entry = binaries.get(BinaryRequest.action(frame));
    String name = entry == null ? "unknown" : entry.name();
    if (entry != null || !lenient) {
      runBinary(connection, entry, new Request.Binary(name, frame, started));
    }
  }

  private static void runBinary(
      Connection connection, @Nullable BinaryEntry entry, Request.Binary request) {
    long id = BinaryRequest.requestId(request.frame());
    try {
      if (!connection.isConnected()) {
        throw new AdapterException("server not connected");
      } else if (entry == null) {
        throw new AdapterException(
            "unknown binary action "
                + Long.toUnsignedString(BinaryRequest.action(request.frame())));
      }
      entry.action().run(connection, request);
    } catch (AdapterException e) {
      connection.sendError(request, id, AdapterException.CODE, String.valueOf(e.getMessage()));
    } catch (TaosException e) {
      connection.sendError(request, id, e);
    }
  }
}
