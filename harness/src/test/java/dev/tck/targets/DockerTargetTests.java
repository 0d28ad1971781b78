package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DockerTargetTests {
  @Test
  void saysWhatIsMissingWithoutAnEngine() {
    assumeTrue(new DockerEngine().problem().isPresent(), "there is a Docker engine here");
    assertThatThrownBy(() -> new Targets().open(new TargetSpec.Docker("3.3.6.6")))
        .isInstanceOf(TargetException.class)
        .hasMessageStartingWith("no container of tdengine/tdengine:3.3.6.6 could be started: ")
        .hasMessageEndingWith(
            "; is a Docker engine running, and is the image there (docker pull tdengine/tdengine:3.3.6.6)?");
    assertThatThrownBy(() -> new Targets().open(new TargetSpec.Docker("not an image")))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("not an image");
  }
}
