package dev.tck.targets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads what ldd of glibc 2.36 and of musl 1.2 print. */
class SharedLibrariesTests {
  private static final List<Path> BINARIES =
      List.of(
          Path.of("/jre/bin/java"),
          Path.of("/jre/lib/libjli.so"),
          Path.of("/jre/lib/libnet.so"),
          Path.of("/jre/lib/server/libjvm.so"));

  @Test
  void takesTheLoaderAndEachLibraryOfTheSystemOnce() throws ImageException {
    List<String> lines =
        List.of(
            "/jre/bin/java:",
            "\tlinux-vdso.so.1 (0x00007ffd1f1fe000)",
            "\tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f3f4b5f2000)",
            "\tlibjli.so => /jre/bin/../lib/libjli.so (0x00007f3f4b5e1000)",
            "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3f4b400000)",
            "\t/lib64/ld-linux-x86-64.so.2 (0x00007f3f4b622000)",
            "/jre/lib/libnet.so:",
            "\tlinux-vdso.so.1 (0x00007ffc2b5f6000)",
            "\tlibjvm.so => not found",
            "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fd57ea00000)");
    assertThat(SharedLibraries.read(lines, BINARIES))
        .containsExactly(
            Path.of("/lib/x86_64-linux-gnu/libc.so.6"),
            Path.of("/lib/x86_64-linux-gnu/libz.so.1"),
            Path.of("/lib64/ld-linux-x86-64.so.2"));
  }

  @Test
  void takesTheLoaderOfMusl() throws ImageException {
    List<String> lines =
        List.of(
            "\t/lib/ld-musl-x86_64.so.1 (0x7f0d1c0f9000)",
            "\tlibc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7f0d1c0f9000)");
    assertThat(SharedLibraries.read(lines, BINARIES))
        .containsExactly(Path.of("/lib/ld-musl-x86_64.so.1"));
  }

  @Test
  void namesALibraryThatIsNotThere() {
    assertThatThrownBy(() -> SharedLibraries.read(List.of("\tlibodd.so.3 => not found"), BINARIES))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("libodd.so.3");
  }

  @Test
  void saysThatTheCommandIsNotThere() {
    assertThatThrownBy(() -> new SharedLibraries("no-such-ldd").neededBy(BINARIES))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("no-such-ldd does not start");
  }
}
