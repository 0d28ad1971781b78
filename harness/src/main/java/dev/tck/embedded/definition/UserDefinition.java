package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.User;
import dev.tck.embedded.sql.Statement;
import java.nio.charset.StandardCharsets;

/** Executes CREATE, ALTER and DROP USER. */
public final class UserDefinition {
  private static final int LONGEST_NAME = 23;
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 255;
  private static final String STANDARD_PASSWORD = "taosdata";
  private static final String SPECIAL_CHARACTERS = "!@#$%^&*()-_+=[]{}:;><?|~,.";
  private static final int CHARACTER_CLASSES = 3;

  private final Catalogue catalogue;

  /** Creates an executor on a catalogue. */
  public UserDefinition(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Creates a user. */
  public void create(Statement.CreateUser statement) throws TaosException {
    requireName(statement.name());
    if (statement.name().isEmpty()) {
      throw ErrorCode.INVALID_USER_FORMAT.with();
    }
    requirePassword(statement.password());
    catalogue.createUser(
        statement.name(),
        statement.password().strip(),
        isOn("sysinfo", statement.systemInformation()),
        isOn("createdb", statement.createDatabase()));
  }

  private static boolean isOn(String option, long value) throws TaosException {
    if (value != 0 && value != 1) {
      throw invalid(option, Long.toString(value));
    }
    return value == 1;
  }

  private static TaosException invalid(String option, String value) {
    return new TaosException(
        ErrorCode.INVALID_OPTION.code(),
        "Invalid option %s: %s, valid range: [0, 1]".formatted(option, value));
  }

  private static void requireName(String name) throws TaosException {
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw ErrorCode.NAME_OR_PASSWORD_TOO_LONG.with();
    }
  }

  // A password needs characters of three classes: upper case, lower case, digits, others.
  private static void requirePassword(String password) throws TaosException {
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
      throw ErrorCode.NAME_OR_PASSWORD_TOO_LONG.with();
    }
    String trimmed = password.strip();
    if (trimmed.getBytes(StandardCharsets.UTF_8).length < SHORTEST_PASSWORD) {
      throw ErrorCode.PASSWORD_TOO_SHORT.with();
    }
    if (trimmed.equals(STANDARD_PASSWORD)) {
      return;
    }
    int classes = 0;
    for (int index = 0; index < trimmed.length(); index++) {
      int characterClass = characterClass(trimmed.charAt(index));
      if (characterClass == 0) {
        throw ErrorCode.INVALID_PASSWORD.with();
      }
      classes |= characterClass;
    }
    if (Integer.bitCount(classes) < CHARACTER_CLASSES) {
      throw ErrorCode.INVALID_PASSWORD.with();
    }
  }

  private static int characterClass(char c) {
    if (c >= 'A' && c <= 'Z') {
      return 1;
    } else if (c >= 'a' && c <= 'z') {
      return 2;
    } else if (c >= '0' && c <= '9') {
      return 4;
    }
    return SPECIAL_CHARACTERS.indexOf(c) >= 0 ? 8 : 0;
  }

  /** Changes a user. */
  public void alter(Statement.AlterUser statement) throws TaosException {
    requireName(statement.name());
    if (statement.setting() == Statement.UserSetting.PASSWORD) {
      requirePassword(statement.value());
      user(statement.name()).password(statement.value().strip());
      return;
    }
    boolean on = statement.value().equals("1");
    if (!on && !statement.value().equals("0")) {
      throw invalid(name(statement.setting()), statement.value());
    }
    User user = user(statement.name());
    switch (statement.setting()) {
      case ENABLE -> user.enabled(on);
      case SYSTEM_INFORMATION -> user.systemInformation(on);
      case CREATE_DATABASE -> user.createDatabase(on);
      case PASSWORD -> throw new IllegalStateException("passwords are handled above");
    }
  }

  private static String name(Statement.UserSetting setting) {
    return switch (setting) {
      case PASSWORD -> "pass";
      case ENABLE -> "enable";
      case SYSTEM_INFORMATION -> "sysinfo";
      case CREATE_DATABASE -> "createdb";
    };
  }

  private User user(String name) throws TaosException {
    return catalogue.user(name).orElseThrow(ErrorCode.USER_NOT_EXIST::with);
  }

  /** Drops a user; a user cannot drop the superuser or itself. */
  public void drop(Statement.DropUser statement, String currentUser) throws TaosException {
    requireName(statement.name());
    User user = user(statement.name());
    if (user.isSuperUser() || user.name().equals(currentUser)) {
      throw ErrorCode.PERMISSION_DENIED.with();
    }
    catalogue.dropUser(user);
  }
}
