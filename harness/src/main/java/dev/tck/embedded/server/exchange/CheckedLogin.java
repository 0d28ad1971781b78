package dev.tck.embedded.server.exchange;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import java.nio.charset.StandardCharsets;

/**
 * Refuses names and passwords that TDengine's client library refuses by their length alone: names
 * of 1 to 23 bytes and passwords of 1 to 255 are asked about (TDengine 3.3.6.6).
 */
public final class CheckedLogin implements SqlService {
  private static final int LONGEST_USER = 23;
  private static final int LONGEST_PASSWORD = 255;
  private static final int INVALID_USER_NAME = 519;
  private static final int INVALID_PASSWORD_LENGTH = 520;

  private final SqlService service;

  /** Creates the check before a service. */
  public CheckedLogin(SqlService service) {
    this.service = service;
  }

  @Override
  public Session login(String user, String password) throws TaosException {
    if (!isWithin(user, LONGEST_USER)) {
      throw new TaosException(INVALID_USER_NAME, "Invalid user name");
    }
    if (!isWithin(password, LONGEST_PASSWORD)) {
      throw new TaosException(INVALID_PASSWORD_LENGTH, "Invalid password length");
    }
    return service.login(user, password);
  }

  private static boolean isWithin(String text, int most) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes > 0 && bytes <= most;
  }

  @Override
  public void check(Session session, String sql) throws TaosException {
    service.check(session, sql);
  }

  @Override
  public String version() {
    return service.version();
  }
}
