package dev.tck.cli;

import dev.tck.adapter.AdapterLoop;
import dev.tck.adapter.ProtocolException;
import dev.tck.reference.NativeConnector;
import dev.tck.reference.TaosError;
import dev.tck.scenarios.reference.ReferenceChannel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The reference connector's native interface as an adapter process, which libtaos may end without
 * harm to the run.
 */
final class ReferenceProcess {
  /** Begins the line of standard error that says why the library cannot be used. */
  static final String REFUSAL = "tck: refused: ";

  private static final int REFUSED = 1;

  private ReferenceProcess() {}

  /**
   * Serves the adapter protocol on standard input and output.
   *
   * @param arguments are the path of libtaos
   */
  public static void main(String[] arguments) throws IOException, ProtocolException {
    // Whatever prints to standard output from here on would break the protocol.
    FileOutputStream protocol = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    try (ReferenceChannel channel =
        new ReferenceChannel(new NativeConnector(Path.of(arguments[0])))) {
      new AdapterLoop(channel, protocol).serve(System.in);
    } catch (TaosError e) {
      System.err.write((REFUSAL + e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
      System.err.flush();
      Runtime.getRuntime().halt(REFUSED);
    }
    // Threads of libtaos do not end by themselves.
    Runtime.getRuntime().halt(0);
  }
}
