package dev.tck.cli;

import dev.tck.adapter.AdapterLoop;
import dev.tck.adapter.ProtocolException;
import dev.tck.reference.NativeConnector;
import dev.tck.reference.TaosError;
import dev.tck.scenarios.reference.ReferenceChannel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The reference connector's native interface as an adapter process, which libtaos may end without
 * harm to the run.
 */
final class ReferenceProcess {

  private ReferenceProcess() {}

  /**
   * Serves the adapter protocol on standard input and output.
   *
   * @param arguments are the path of libtaos
   */
  public static void main(String[] arguments) throws IOException, ProtocolException, TaosError {
    // Whatever prints to standard output from here on would break the protocol.
    FileOutputStream protocol = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    try (ReferenceChannel channel =
        new ReferenceChannel(new NativeConnector(Path.of(arguments[0])))) {
      new AdapterLoop(channel, protocol).serve(System.in);
    }
    // Threads of libtaos do not end by themselves.
    Runtime.getRuntime().halt(0);
  }
}
