package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetSpecTests {
  @Test
  void readsEmbeddedServers() {
    assertThat(TargetSpec.parse("embedded"))
        .isEqualTo(new TargetSpec.Embedded(EmbeddedVersions.NEWEST));
    assertThat(TargetSpec.parse("embedded:3.3.6.0")).isEqualTo(new TargetSpec.Embedded("3.3.6.0"));
    assertThatThrownBy(() -> TargetSpec.parse("embedded:9.9.9.9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9.9.9.9")
        .hasMessageContaining(EmbeddedVersions.NEWEST);
  }

  @Test
  void readsImages() {
    assertThat(TargetSpec.parse("docker:3.3.6.6")).isEqualTo(new TargetSpec.Docker("3.3.6.6"));
    assertThat(TargetSpec.parse("docker:registry:5000/td@sha256:ab"))
        .isEqualTo(new TargetSpec.Docker("registry:5000/td@sha256:ab"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://host,                        host,      6041, root, taosdata",
    "http://host:6042/,                  host,      6042, root, taosdata",
    "http://u:p@host,                    host,      6041, u,    p",
    "http://u:p%3Aq%40r%2F%25%23@host:1, host,      1,    u,    p:q@r/%#",
    "http://u:a+b@127.0.0.1:65535,       127.0.0.1, 65535, u,   a+b",
    "http://u:p:q@host,                  host,      6041, u,    p:q",
    "http://u%20v:%C3%A9@host,           host,      6041, u v,  é",
    "http://u:@host,                     host,      6041, u,    ''",
    "http://u:p@[::1]:6041,              [::1],     6041, u,    p",
  })
  void readsAddresses(String text, String host, int port, String user, String password) {
    assertThat(TargetSpec.parse(text))
        .isEqualTo(new TargetSpec.Remote(new Endpoint(host, port, user, password)));
  }

  @Test
  void readsInstallationsAndNativePorts() {
    assertThat(TargetSpec.parse("local")).isEqualTo(new TargetSpec.Local(Optional.empty()));
    assertThat(TargetSpec.parse("local:/opt/taos"))
        .isEqualTo(new TargetSpec.Local(Optional.of(Path.of("/opt/taos"))));
    assertThat(TargetSpec.parse("http://u:p@host:1?native=6030"))
        .isEqualTo(new TargetSpec.Remote(new Endpoint("host", 1, "u", "p").withNativePort(6030)));
    assertThat(TargetSpec.parse("http://[::1]/?native=65535"))
        .isEqualTo(
            new TargetSpec.Remote(
                new Endpoint("[::1]", 6041, "root", "taosdata").withNativePort(65_535)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "docker:", "docker", "local:", "127.0.0.1:6041", "https://host"})
  void offersWhatMayStandThere(String text) {
    assertThatThrownBy(() -> TargetSpec.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "“"
                + text
                + "” is no target; write embedded[:VERSION], local[:DIR], docker:IMAGE or http://USER:PASSWORD@HOST:6041");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "http://root:Secret#1@host, host that can be read",
        "http://root:Secret 1@host, cannot be read",
        "http://root:Secret%@host, cannot be read",
        "http://root:Secret@1@host, host that can be read",
        "http://root:Secret@my_host, no underscore in the host",
        "http://root:Secret@:6041, host that can be read",
        "http://Secret@host, a user without a password",
        "http://root:Secret@host:99999, the target's port is 99999",
        "http://root:Secret@host:0, the target's port is 0",
        "http://root:Secret@host?native=99999, the target's port is 99999",
        "http://root:Secret@host?native=Secret, goes on after the port",
        "http://root:Secret@host?native=, goes on after the port",
        "http://root:Secret@host?native=0, goes on after the port",
        "http://root:Secret@host?native=-1, goes on after the port",
        "http://root:Secret@host?native=6030&native=6031, goes on after the port",
        "http://root:Secret@host?Native=6030, goes on after the port",
        "http://root:Secret@host/rest/sql, goes on after the port",
        "http://root:Secret@host?db=Secret, goes on after the port",
        "https://root:Secret@host, “…@host” is no target",
        "ws://root:Secret@1@host, “…@host” is no target",
      })
  void repeatsNoPasswordWhenAnAddressIsWrong(String text, String message) {
    assertThatThrownBy(() -> TargetSpec.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("Secret");
  }

  @Test
  void keepsThePasswordOutOfItsText() {
    assertThat(TargetSpec.parse("http://u:Secret@host").toString())
        .contains("u@host:6041")
        .doesNotContain("Secret");
  }
}
