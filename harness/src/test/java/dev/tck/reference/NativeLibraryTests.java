package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTests {
  @TempDir private Path folder;

  @Test
  void looksOnlyWhereTheUserSays() {
    Path named = folder.resolve("libtaos.so.3");
    assertThat(new NativeLibrary(Optional.of(named), Map.of("TAOS_HOME", "/opt/taos")).places())
        .containsExactly(named);
  }

  @Test
  void looksBelowTaosHomeBeforeTheUsualPlaces() {
    List<Path> usual = new NativeLibrary(Optional.empty(), Map.of()).places();
    List<Path> withHome =
        new NativeLibrary(Optional.empty(), Map.of("TAOS_HOME", folder.toString())).places();
    Path name = usual.get(0).getFileName();
    assertThat(usual).isNotEmpty().allMatch(place -> place.endsWith(name));
    assertThat(withHome.subList(0, 2))
        .containsExactly(
            folder.resolve("driver").resolve(name), folder.resolve("lib").resolve(name));
    assertThat(withHome.subList(2, withHome.size())).isEqualTo(usual);
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(new NativeLibrary(Optional.of(folder.resolve("none")), Map.of()).find()).isEmpty();
  }

  @Test
  void saysWhyAFileCannotBeLoaded() throws IOException {
    Path text = Files.writeString(folder.resolve("libtaos.so"), "this is no library");
    NativeLibrary.Found found = new NativeLibrary(Optional.of(text), Map.of()).find().orElseThrow();
    assertThat(found.file()).isEqualTo(text);
    assertThat(found.version()).isEmpty();
    assertThat(found.problem()).isNotBlank().doesNotContain("\n");
  }
}
