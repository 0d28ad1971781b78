package dev.tck.embedded.server.rest;

import dev.tck.wire.TaosdToken;
import dev.tck.wire.TaosdToken.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Authorization} header: {@code Basic} and {@code Taosd}. */
final class RestAuthorization {
  private static final int SCHEME_AND_BLANK = 6;

  private RestAuthorization() {}

  /**
   * Returns user and password, neither empty.
   *
   * @throws RestFailure 4357 without header, 4386 for another scheme, 4388 or 4389 for what cannot
   *     be decoded
   */
  static Credentials read(@Nullable String header) throws RestFailure {
    if (header == null || header.isEmpty()) {
      throw RestFailure.unauthorized(4357, "no auth info input");
    }
    String value = header.strip();
    if (value.length() > SCHEME_AND_BLANK && value.startsWith("Basic")) {
      return basic(value.substring(SCHEME_AND_BLANK));
    } else if (value.length() > SCHEME_AND_BLANK && value.startsWith("Taosd")) {
      return token(value.substring(SCHEME_AND_BLANK));
    }
    throw RestFailure.unauthorized(4386, "invalid type of Authorization");
  }

  private static Credentials basic(String encoded) throws RestFailure {
    String text = decode(encoded);
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      throw invalidBasic();
    }
    return new Credentials(text.substring(0, colon), text.substring(colon + 1));
  }

  // Java's decoder forgives missing padding, Go's does not.
  private static String decode(String encoded) throws RestFailure {
    if (encoded.length() % 4 != 0) {
      throw invalidBasic();
    }
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalidBasic();
    }
  }

  private static RestFailure invalidBasic() {
    return RestFailure.unauthorized(4388, "invalid basic Authorization");
  }

  private static Credentials token(String token) throws RestFailure {
    return TaosdToken.decode(token)
        .filter(found -> !found.user().isEmpty() && !found.password().isEmpty())
        .orElseThrow(() -> RestFailure.unauthorized(4389, "invalid taosd Authorization"));
  }
}
