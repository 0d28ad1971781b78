package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import dev.tck.values.TaosType;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtaosTests {
  @TempDir private Path folder;

  @Test
  void saysWhyAFileIsNoLibrary() throws Exception {
    Path text = Files.writeString(folder.resolve("libtaos.so"), "this is no library");
    StubbedConnection.assertDriverError(
        () -> new NativeConnector(text),
        text + " is no client library of TDengine for this machine: ");
  }

  @Test
  void saysThatAFileIsMissing() {
    Path missing = folder.resolve("libtaos.so");
    StubbedConnection.assertDriverError(
        () -> new NativeConnector(missing),
        missing + " is no client library of TDengine for this machine: ");
  }

  @Test
  void saysWhatAnotherLibraryLacks() throws Exception {
    // JNA has one at hand that loads everywhere, and is not TDengine's.
    File other =
        Native.extractFromResourcePath(
            "/com/sun/jna/"
                + Platform.RESOURCE_PREFIX
                + "/"
                + System.mapLibraryName("jnidispatch"));
    try {
      StubbedConnection.assertDriverError(
          () -> new NativeConnector(other.toPath()), "is no client library of TDengine", "taos_");
    } finally {
      Files.deleteIfExists(other.toPath());
    }
  }

  @Test
  void worksWithAnEarlyThreeThatLacksSomeFunctions() throws Exception {
    StubLibrary library = StubLibrary.compile(StubLibrary.Version.EARLY_THREE, folder);
    NativeConnector connector = new NativeConnector(library.file());
    assertThat(connector.libraryVersion()).isEqualTo("3.0.0.0");
    try (TaosConnection connection = connector.connect(StubbedConnection.OPTIONS)) {
      assertThat(connection.query("affect 7")).isEqualTo(new QueryResult.Affected(7));
      try (QueryResult.ResultSet result = (QueryResult.ResultSet) connection.query("empty")) {
        assertThat(result.columns()).containsExactly(new ColumnInfo("n", TaosType.INT, 4, 0, 0));
        assertThat(result.nextBlock()).isNull();
      }
    }
    StubbedConnection.assertDriverError(
        () -> connector.connect(StubbedConnection.OPTIONS.withTimeZone("UTC")),
        "libtaos 3.0.0.0",
        "no time zone of a connection");
    assertThat(library.count("freed")).isEqualTo(library.count("made"));
    assertThat(library.count("freed_twice")).isZero();
  }
}
