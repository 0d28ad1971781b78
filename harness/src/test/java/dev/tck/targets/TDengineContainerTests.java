package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.utility.DockerImageName;

/** Which images are taken, which needs no engine. */
class TDengineContainerTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tdengine/tdengine:3.3.6.6",
        "tdengine/tdengine",
        "localhost/tck/tdengine-embedded:3.3.6.6"
      })
  void takesTDengineAndTheEmbeddedServer(String image) {
    try (TDengineContainer container = new TDengineContainer(image)) {
      assertThat(container.getExposedPorts()).containsExactlyInAnyOrder(6041, 6030);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres:16", "tdengine/tdgpt:3.3.6.6", "mirror.example/other:1"})
  void refusesOtherImages(String image) {
    assertThatThrownBy(() -> new TDengineContainer(image))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tdengine/tdengine");
  }

  @Test
  void takesAnotherImageThatIsDeclaredToBeTDengine() {
    DockerImageName image =
        DockerImageName.parse("mirror.example/td:1")
            .asCompatibleSubstituteFor(TDengineContainer.TDENGINE);
    try (TDengineContainer container = new TDengineContainer(image)) {
      assertThat(container.getExposedPorts()).contains(6041);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker:TDengine:3", "docker:a b", "docker:tdengine/tdengine:"})
  void refusesATargetWhoseNameIsNoImage(String target) {
    assertThatThrownBy(() -> new Targets().open(TargetSpec.parse(target)))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("is no name of an image");
  }
}
