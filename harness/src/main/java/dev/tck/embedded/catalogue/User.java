package dev.tck.embedded.catalogue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Holds a user's password, settings and privileges. */
public final class User {
  private final String name;
  private final long created;
  private final boolean superUser;
  private final List<Privilege> privileges = new CopyOnWriteArrayList<>();
  private volatile String password;
  private volatile boolean enabled = true;
  private volatile boolean systemInformation;
  private volatile boolean createDatabase;

  User(
      String name,
      String password,
      long created,
      boolean superUser,
      boolean systemInformation,
      boolean createDatabase) {
    this.name = name;
    this.password = password;
    this.created = created;
    this.superUser = superUser;
    this.systemInformation = systemInformation;
    this.createDatabase = createDatabase;
  }

  /**
   * What a user may do.
   *
   * @param kind is {@code all}, {@code read}, {@code write}, {@code alter} or {@code subscribe}
   * @param database is a database's name, {@code all}, or a topic's name
   * @param table is a table's name, or empty for all
   * @param condition is the condition of the rows, or empty
   */
  public record Privilege(String kind, String database, String table, String condition) {}

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns when the user was created, in milliseconds since the epoch. */
  public long created() {
    return created;
  }

  /** Returns whether the user may do everything. */
  public boolean isSuperUser() {
    return superUser;
  }

  /** Returns whether the password is this one. */
  public boolean hasPassword(String candidate) {
    return password.equals(candidate);
  }

  /** Changes the password. */
  public void password(String newPassword) {
    password = newPassword;
  }

  /** Returns whether the user may connect. */
  public boolean isEnabled() {
    return enabled;
  }

  /** Changes whether the user may connect. */
  public void enabled(boolean newValue) {
    enabled = newValue;
  }

  /** Returns whether the user may see system information. */
  public boolean hasSystemInformation() {
    return systemInformation;
  }

  /** Changes whether the user may see system information. */
  public void systemInformation(boolean newValue) {
    systemInformation = newValue;
  }

  /** Returns whether the user may create databases. */
  public boolean mayCreateDatabase() {
    return createDatabase;
  }

  /** Changes whether the user may create databases. */
  public void createDatabase(boolean newValue) {
    createDatabase = newValue;
  }

  /** Returns what was granted. */
  public List<Privilege> privileges() {
    return List.copyOf(privileges);
  }

  /** Grants something. */
  public void grant(Privilege privilege) {
    if (!privileges.contains(privilege)) {
      privileges.add(privilege);
    }
  }

  /** Takes back something. */
  public void revoke(Privilege privilege) {
    privileges.remove(privilege);
  }
}
