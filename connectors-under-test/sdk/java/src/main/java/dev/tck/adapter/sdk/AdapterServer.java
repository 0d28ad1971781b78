package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Serves the adapter protocol on standard input and output.
 *
 * <p>An adapter's {@code main} is one line: {@code AdapterServer.serve(new MyTranslation());}. From
 * then on whatever the connector prints goes to standard error.
 */
public final class AdapterServer {
  private static final String MAIN = "main";
  private static final long EXIT_MILLIS = 1_000;

  private final Translation translation;
  private final OutputStream out;
  private final PrintStream log;
  private final IntConsumer exit;
  private final NamedThreads threads = new NamedThreads();

  AdapterServer(Translation translation, OutputStream out, PrintStream log, IntConsumer exit) {
    this.translation = translation;
    this.out = out;
    this.log = log;
    this.exit = exit;
  }

  /** Serves until the harness says bye or closes standard input, then ends the process. */
  public static void serve(Translation translation) {
    PrintStream log = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    System.setOut(log);
    AdapterServer server =
        new AdapterServer(
            translation, new FileOutputStream(FileDescriptor.out), log, AdapterServer::endProcess);
    server.run(System.in);
  }

  // A connector's shutdown hooks run as they would in a user's program, but they must not hang.
  private static void endProcess(int code) {
    Thread insist =
        new Thread(
            () -> {
              try {
                Thread.sleep(EXIT_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(code);
            },
            "tck exit");
    insist.setDaemon(true);
    insist.start();
    Runtime.getRuntime().exit(code);
  }

  void run(InputStream in) {
    Dispatcher dispatcher = null;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonObject request = JsonParser.object().from(line);
        if (dispatcher == null) {
          dispatcher = new Dispatcher(translation.identity());
        }
        if (dispatcher.accept(request)) {
          exit.accept(0);
          return;
        }
      }
      exit.accept(0);
    } catch (JsonParserException e) {
      log.println("tck: a request is no JSON object: " + e.getMessage());
      exit.accept(3);
    } catch (Throwable e) {
      log.println("tck: the adapter cannot go on");
      e.printStackTrace(log);
      exit.accept(3);
    }
  }

  /** Hands requests to threads. */
  private final class Dispatcher {
    private final Operations operations;
    private final Classification classification;

    Dispatcher(Identity identity) {
      operations =
          new Operations(
              translation,
              identity,
              () -> threads.forgetAllBut(MAIN),
              message -> log.println("tck: " + message));
      classification = new Classification(translation, identity.packages());
    }

    /** Returns true if the request was bye: it is answered here, whatever the threads do. */
    boolean accept(JsonObject request) throws IOException {
      long seq = request.getLong("seq");
      String op = request.getString("op", "");
      if (op.equals("bye")) {
        send(JsonWriter.string().object().value("seq", seq).object("ok").end().end().done());
        return true;
      }
      threads.run(request.getString("thread", MAIN), () -> answer(seq, op, request));
      return false;
    }

    private void answer(long seq, String op, JsonObject request) {
      String reply;
      try {
        reply = operations.reply(seq, op, request);
      } catch (Throwable e) {
        reply = classification.reply(seq, e);
      }
      try {
        send(reply);
      } catch (IOException e) {
        // The harness is gone; standard input ends too, and that ends the process.
        log.println("tck: a reply could not be written: " + e.getMessage());
      }
    }
  }

  private void send(String reply) throws IOException {
    byte[] line = Utf8.line(reply);
    synchronized (out) {
      out.write(line);
      out.flush();
    }
  }
}
