package dev.tck.targets;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says which target is meant; the text of {@code --target}. */
public sealed interface TargetSpec {

  /** The server in the harness's own process. */
  record Embedded(String version) implements TargetSpec {
    public Embedded {
      version = EmbeddedVersions.checked(version);
    }
  }

  /** An image that is there already. */
  record Docker(String image) implements TargetSpec {}

  /** A server to be started from an installation; without a folder, the one on the PATH. */
  record Local(Optional<Path> folder) implements TargetSpec {}

  /** A server that runs already. */
  record Remote(Endpoint endpoint) implements TargetSpec {}

  /** The part of an address that names taosd's own port. */
  Pattern NATIVE = Pattern.compile("native=[1-9]\\d{0,4}");

  /** The default port of taosAdapter, and of the HTTP service of TDengine 2.0 and 2.2. */
  int DEFAULT_PORT = 6041;

  /**
   * Reads the text of {@code --target}.
   *
   * @throws IllegalArgumentException if it is none; the message says what may stand there, and
   *     repeats no password
   */
  static TargetSpec parse(String text) {
    if (text.equals("embedded")) {
      return new Embedded(EmbeddedVersions.NEWEST);
    } else if (text.startsWith("embedded:")) {
      return new Embedded(text.substring("embedded:".length()));
    } else if (text.startsWith("docker:") && text.length() > "docker:".length()) {
      return new Docker(text.substring("docker:".length()));
    } else if (text.equals("local")) {
      return new Local(Optional.empty());
    } else if (text.startsWith("local:") && text.length() > "local:".length()) {
      return new Local(Optional.of(Path.of(text.substring("local:".length()))));
    } else if (text.startsWith("http://")) {
      return new Remote(endpoint(text));
    }
    int at = text.lastIndexOf('@');
    throw new IllegalArgumentException(
        "“"
            + (at < 0 ? text : "…" + text.substring(at))
            + "” is no target; write embedded[:VERSION], local[:DIR], docker:IMAGE or http://USER:PASSWORD@HOST:6041");
  }

  private static Endpoint endpoint(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the target's address cannot be read ("
              + e.getReason()
              + "); write http://USER:PASSWORD@HOST:6041, special characters of user and password as %XX");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "the target's address has no host that can be read; write http://USER:PASSWORD@HOST:6041, special characters"
              + " of user and password percent-encoded, and no underscore in the host");
    }
    requirePort(uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    if (!Set.of("", "/").contains(uri.getRawPath())
        || uri.getRawFragment() != null
        || (uri.getRawQuery() != null && !NATIVE.matcher(uri.getRawQuery()).matches())) {
      throw new IllegalArgumentException(
          "the target's address goes on after the port; write http://USER:PASSWORD@HOST:6041, and ?native=6030 if"
              + " libtaos is to connect too");
    }
    String login = uri.getRawUserInfo() == null ? "root:taosdata" : uri.getRawUserInfo();
    int colon = login.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "the target's address has a user without a password; write USER:PASSWORD@");
    }
    Endpoint endpoint =
        new Endpoint(
            uri.getHost(),
            uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
            decode(login.substring(0, colon)),
            decode(login.substring(colon + 1)));
    if (uri.getRawQuery() == null) {
      return endpoint;
    }
    int nativePort = Integer.parseInt(uri.getRawQuery().substring("native=".length()));
    requirePort(nativePort);
    return endpoint.withNativePort(nativePort);
  }

  private static void requirePort(int port) {
    if (port == 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "the target's port is " + port + "; ports go from 1 to 65535");
    }
  }

  // URLDecoder would turn a plus into a blank, which a password may well contain.
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
