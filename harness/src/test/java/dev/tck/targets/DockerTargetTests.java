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
        .hasMessageStartingWith("no container of tdengine/tdengine:3.3.6.6 can be started: ")
        .hasMessageEndingWith("; start a Docker engine, or name it in DOCKER_HOST");
  }
}
