package dev.tck.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /rest/sql HTTP/1.1\r\nAuthorization: Basic c2VjcmV0\r\n\r\n",
        "POST /rest/sql HTTP/1.1\r\nauthorization:Taosd c2VjcmV0\r\n\r\n",
        "POST /rest/sql HTTP/1.1\r\nAUTHORIZATION: c2VjcmV0\r\n\r\n",
        "POST /rest/sql HTTP/1.1\r\nCookie: a=c2VjcmV0\r\n\r\n",
        "GET /rest/login/root/c2VjcmV0 HTTP/1.1\r\n\r\n",
        "GET /rest/login/root/c2VjcmV0?req_id=1 HTTP/1.1\r\n\r\n",
        "GET /ws?token=c2VjcmV0 HTTP/1.1\r\n\r\n",
        "POST /influxdb/v1/write?db=d&u=root&p=c2VjcmV0 HTTP/1.1\r\n\r\n",
        "POST /rest/sql?a=1&TOKEN=c2VjcmV0&b=2 HTTP/1.1\r\n\r\n",
      })
  void takesSecretsOutOfHeads(String head) {
    String clean = Redaction.http(head, "");

    assertThat(clean).doesNotContain("c2VjcmV0").contains("***");
    assertThat(clean).endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\":\"conn\",\"args\":{\"user\":\"root\",\"password\":\"secret\"}}",
        "{\"password\" : \"secret\",\"db\":\"\"}",
        "{\"PASSWORD\":\"sec\\\"secret\"}",
        "{\"password\":\"secret",
        "{\"password\":\"secret\\",
        "{\"bearer_token\":\"secret\"}",
        "{\"totp_code\":\"secret\"}",
        "{\"config\":{\"td.connect.pass\":\"secret\",\"td.connect.token\":\"secret\"}}",
        "create user joe pass 'secret'",
        "CREATE USER joe PASS \"secret\" sysinfo 1",
        "alter user joe pass 'se''secret\\'secret'",
        "{\"sql\":\"create user joe pass 'secret'\"}",
        "{\"sql\":\"create user joe pass \\\"secret\\\"\"}",
        "create user joe pass 'secret",
      })
  void takesSecretsOutOfTexts(String text) {
    assertThat(Redaction.text(text)).doesNotContain("secret").contains("***");
  }

  @Test
  void leavesTheRestAlone() {
    String text = "{\"action\":\"conn\",\"args\":{\"user\":\"root\",\"db\":\"pass\",\"tz\":\"\"}}";

    assertThat(Redaction.text(text)).isEqualTo(text);
    assertThat(Redaction.text("select pass, password from t where token = 'a'"))
        .isEqualTo("select pass, password from t where token = 'a'");
    assertThat(Redaction.http("GET /rest/sql HTTP/1.1\r\nAccept: */*\r\n\r\n", "select 1"))
        .isEqualTo("GET /rest/sql HTTP/1.1\r\nAccept: */*\r\n\r\nselect 1");
    assertThat(Redaction.text("{\"password\":\"secret\",\"db\":\"d\"}"))
        .isEqualTo("{\"password\":\"***\",\"db\":\"d\"}");
  }

  @Test
  void takesTheTokenOutOfTheAnswerToALogin() {
    String token = "/KfeAzX/f9na8qdtNZmtONryp201ma04bEl8LcvLUd7a8qdtNZmtONryp201ma04";

    assertThat(Redaction.http("HTTP/1.1 200 OK\r\n\r\n", "{\"code\":0,\"desc\":\"" + token + "\"}"))
        .endsWith("{\"code\":0,\"desc\":\"***\"}");
    assertThat(
            Redaction.http(
                "HTTP/1.1 200 OK\r\n\r\n", "{\"code\":3,\"desc\":\"Authentication failure\"}"))
        .endsWith("\"Authentication failure\"}");
  }

  @Test
  void putsStarsIntoBinaryMessages() {
    byte[] message =
        "\u0001\u0000create user joe pass 'secret'\u0007".getBytes(StandardCharsets.ISO_8859_1);
    byte[] clean = Redaction.binary(message);

    assertThat(clean).hasSameSizeAs(message);
    assertThat(new String(clean, StandardCharsets.ISO_8859_1))
        .isEqualTo("\u0001\u0000create user joe pass ********\u0007");
  }
}
