package dev.tck.proxy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is handed out: authorization headers and cookies, passwords and tokens
 * in JSON, in paths, in query parameters, in the answer to a login, and in {@code CREATE} and
 * {@code ALTER USER}.
 *
 * <p>A secret that a capture has cut off is still taken out as far as it goes.
 */
final class Redaction {
  private static final String MASK = "***";

  private static final Pattern HEADER =
      Pattern.compile(
          "(?im)^((?:proxy-)?authorization|cookie|set-cookie)(:[ \\t]*(?:(?:Basic|Taosd|Bearer)[ \\t]+)?)[^\\r\\n]*");
  private static final Pattern LOGIN_PATH = Pattern.compile("(/rest/login/[^/\\s]*/)[^\\s?]*");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)([?&](?:token|password|pass|p|bearer_token)=)[^&\\s]*");
  private static final Pattern JSON_FIELD =
      Pattern.compile(
          "(?i)(\"(?:password|pass|token|bearer_?token|totp_?code|td\\.connect\\.(?:pass|token))\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*(?:\"|\\\\?$)");
  private static final Pattern LOGIN_TOKEN =
      Pattern.compile("(\"desc\"\\s*:\\s*)\"[A-Za-z0-9+/=]{60,}\"?");
  private static final Pattern SQL_PASSWORD =
      Pattern.compile(
          "(?is)(\\bpass(?:word)?\\s+)(?:'(?:[^'\\\\]|\\\\.|'')*(?:'|$)|\"(?:[^\"\\\\]|\\\\.)*(?:\"|$)|\\\\+\"(?:[^\"\\\\]|\\\\[^\"])*(?:\\\\+\"|$))");

  private Redaction() {}

  /** Returns an HTTP message, head and body, without secrets. */
  static String http(String head, String body) {
    String cleanHead = HEADER.matcher(head).replaceAll("$1$2" + Matcher.quoteReplacement(MASK));
    cleanHead = LOGIN_PATH.matcher(cleanHead).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    cleanHead = PARAMETER.matcher(cleanHead).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    String cleanBody =
        LOGIN_TOKEN.matcher(body).replaceAll("$1\"" + Matcher.quoteReplacement(MASK) + "\"");
    return cleanHead + text(cleanBody);
  }

  /** Returns a text without secrets. */
  static String text(String text) {
    String clean =
        JSON_FIELD.matcher(text).replaceAll("$1\"" + Matcher.quoteReplacement(MASK) + "\"");
    return SQL_PASSWORD.matcher(clean).replaceAll("$1'" + Matcher.quoteReplacement(MASK) + "'");
  }

  /**
   * Returns bytes without secrets, as many as there were: where SQL in them names a password, stars
   * stand in its place.
   */
  static byte[] binary(byte[] bytes) {
    // One character a byte, so that positions stay.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher matcher = SQL_PASSWORD.matcher(text);
    byte[] clean = bytes;
    while (matcher.find()) {
      clean = clean == bytes ? bytes.clone() : clean;
      for (int at = matcher.end(1); at < matcher.end(); at++) {
        clean[at] = '*';
      }
    }
    return clean;
  }
}
