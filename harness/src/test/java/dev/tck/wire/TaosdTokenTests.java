package dev.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TaosdTokenTests {
  // What /rest/login of a real server answers for root and taosdata (protocol notes, rest.md §3).
  private static final String RECORDED =
      "/KfeAzX/f9na8qdtNZmtONryp201ma04bEl8LcvLUd7a8qdtNZmtONryp201ma04";

  @Test
  void makesTheTokenThatARealServerMakes() {
    assertThat(TaosdToken.encode("root", "taosdata")).isEqualTo(RECORDED);
  }

  @Test
  void readsTheTokenThatARealServerMakes() {
    assertThat(TaosdToken.decode(RECORDED))
        .contains(new TaosdToken.Credentials("root", "taosdata"));
  }

  @Test
  void carriesLongPasswords() {
    String password = "p".repeat(100);
    assertThat(TaosdToken.decode(TaosdToken.encode("u", password)))
        .contains(new TaosdToken.Credentials("u", password));
  }

  @Test
  void refusesWhatIsNoToken() {
    assertThat(TaosdToken.decode("not base64!")).isEmpty();
    assertThat(TaosdToken.decode("AAAA")).isEmpty();
    assertThat(TaosdToken.decode("")).isEmpty();
  }

  @Test
  void refusesUsersThatDoNotFit() {
    assertThatThrownBy(() -> TaosdToken.encode("", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TaosdToken.encode("u".repeat(25), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsThePasswordOutOfItsText() {
    assertThat(new TaosdToken.Credentials("root", "taosdata"))
        .hasToString("Credentials[user=root]");
  }
}
