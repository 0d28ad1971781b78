package dev.tck.scenarios.world;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out names of databases and users that begin with the run's own prefix, and remembers what
 * is not dropped yet.
 */
public final class DatabaseNames {
  private final String prefix;
  private final AtomicInteger counter = new AtomicInteger();
  private final Set<String> databases = ConcurrentHashMap.newKeySet();
  private final Set<String> users = ConcurrentHashMap.newKeySet();

  /**
   * Creates names for one run.
   *
   * @param run tells the run from others that use the same server; a few lower-case letters or
   *     digits
   */
  public DatabaseNames(String run) {
    this.prefix = "tck_" + run.toLowerCase(Locale.ROOT) + "_";
  }

  /** Returns the beginning of every name. */
  public String prefix() {
    return prefix;
  }

  /** Returns a name that nobody has and remembers it. */
  public String newDatabase() {
    String name = prefix + counter.incrementAndGet();
    databases.add(name);
    return name;
  }

  /** Returns a name that nobody has and remembers it. */
  public String newUser() {
    String name = prefix + "u" + counter.incrementAndGet();
    users.add(name);
    return name;
  }

  /** Forgets a database that is dropped. */
  public void dropped(String name) {
    databases.remove(name);
    users.remove(name);
  }

  /** Returns the databases that are not dropped yet. */
  public Set<String> databases() {
    return Set.copyOf(databases);
  }

  /** Returns the users that are not dropped yet. */
  public Set<String> users() {
    return Set.copyOf(users);
  }
}
