package dev.tck.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A client library whose answers its statements determine; see {@code native/libtaos_stub.c}.
 *
 * <p>Tests that use it are skipped where there is no C compiler.
 */
public final class StubLibrary {
  private static final String COMPILER = "gcc";

  private final Path file;

  private StubLibrary(Path file) {
    this.file = file;
  }

  /** Which version of TDengine it is like. */
  public enum Version {
    TWO(2),
    EARLY_THREE(30),
    THREE(3),
    /** Of none, and the end of the process that loads it. */
    DEADLY(0);

    private final int number;

    Version(int number) {
      this.number = number;
    }
  }

  /** Compiles the library into a folder. */
  public static StubLibrary compile(Version version, Path folder)
      throws IOException, InterruptedException {
    assumeTrue(hasCompiler(), "there is no C compiler (" + COMPILER + ") to build a libtaos with");
    Path source = folder.resolve("libtaos_stub.c");
    try (InputStream in =
        Objects.requireNonNull(
            StubLibrary.class.getResourceAsStream("/native/libtaos_stub.c"), "the source")) {
      Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
    }
    Path library = folder.resolve("libtaos-" + version.number + ".so");
    Process compiler =
        new ProcessBuilder(
                COMPILER,
                "-shared",
                "-fPIC",
                "-pthread",
                "-DVERSION=" + version.number,
                "-o",
                library.toString(),
                source.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0) {
      throw new IOException("the stub of libtaos does not compile:\n" + output);
    }
    return new StubLibrary(library);
  }

  private static boolean hasCompiler() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(COMPILER, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the compiled library. */
  public Path file() {
    return file;
  }

  /** Returns a count that the library keeps: {@code made}, {@code freed}, {@code closed}. */
  int count(String name) {
    return library().getFunction("stub_" + name).invokeInt(new Object[0]);
  }

  /** Returns the time zone that was set last. */
  String zone() {
    return library().getFunction("stub_zone").invokeString(new Object[0], false);
  }

  private NativeLibrary library() {
    return NativeLibrary.getInstance(file.toString());
  }
}
