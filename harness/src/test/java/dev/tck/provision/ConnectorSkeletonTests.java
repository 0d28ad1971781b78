package dev.tck.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorSkeletonTests {
  private static final Path CONNECTORS = Path.of("..", "connectors-under-test");

  @TempDir Path folder;

  @Test
  void copiesTheNearestAdapterUnderANewName() throws Exception {
    Path mine = folder.resolve("my-connector");
    ConnectorDefinition created = ConnectorSkeleton.create(CONNECTORS, "java", mine);
    assertThat(created.id()).isEqualTo("my-connector");
    assertThat(created.name()).isEqualTo("my-connector");
    assertThat(created.official()).isFalse();
    assertThat(created.language()).isEqualTo("java");
    assertThat(mine.resolve("src/dev/tck/adapter/taosjdbc/TaosJdbcAdapter.java")).exists();
    assertThat(mine.resolve("README.md")).content().contains("my-connector", "taos-jdbcdriver");
  }

  @Test
  void namesTheLanguagesThatThereAre() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> ConnectorSkeleton.create(CONNECTORS, "cobol", folder.resolve("x")))
        .withMessageContaining("cobol")
        .withMessageContaining("java, python");
  }

  @Test
  void overwritesNothing() throws Exception {
    Files.writeString(folder.resolve("precious"), "");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> ConnectorSkeleton.create(CONNECTORS, "java", folder))
        .withMessageContaining("not empty");
  }
}
