package dev.tck.embedded.catalogue;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Holds everything that a server knows by name. */
public final class Catalogue {
  private static final String ROOT = "root";
  private static final String ROOT_PASSWORD = "taosdata";
  // TDengine numbers virtual groups from 2 on.
  private static final int FIRST_VGROUP = 2;

  private final Clock clock;
  private final AtomicLong nextId = new AtomicLong(1);
  private final ConcurrentMap<String, Database> databases = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, User> users = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();
  private final long started;
  private int nextVgroup = FIRST_VGROUP;

  /** Creates the catalogue of a fresh server, which knows only the user root. */
  public Catalogue(Clock clock) {
    this.clock = clock;
    this.started = clock.millis();
    users.put(ROOT, new User(ROOT, ROOT_PASSWORD, started, true, true, true));
  }

  /** Returns the clock. */
  public Clock clock() {
    return clock;
  }

  /** Returns when the server started, in milliseconds since the epoch. */
  public long started() {
    return started;
  }

  /** Returns a database. */
  public Optional<Database> database(String name) {
    return Optional.ofNullable(databases.get(name));
  }

  /** Returns all databases in order of creation. */
  public List<Database> databases() {
    return databases.values().stream().sorted(Comparator.comparingLong(Database::id)).toList();
  }

  /**
   * Creates a database.
   *
   * @return false if it exists already
   */
  public synchronized boolean createDatabase(String name, DatabaseOptions options) {
    if (databases.containsKey(name)) {
      return false;
    }
    databases.put(
        name,
        new Database(
            name,
            nextId.getAndIncrement(),
            nextVgroup,
            options,
            nextId::getAndIncrement,
            clock::millis));
    nextVgroup += (int) options.number(DatabaseOption.VGROUPS);
    return true;
  }

  /** Removes a database with all its tables. */
  public synchronized void dropDatabase(Database database) {
    databases.remove(database.name(), database);
  }

  /** Returns a user. */
  public Optional<User> user(String name) {
    return Optional.ofNullable(users.get(name));
  }

  /** Returns all users in order of creation. */
  public List<User> users() {
    return users.values().stream()
        .sorted(Comparator.comparingLong(User::created).thenComparing(User::name))
        .toList();
  }

  /**
   * Creates a user.
   *
   * @throws TaosException if it exists already (848)
   */
  public void createUser(
      String name, String password, boolean systemInformation, boolean createDatabase)
      throws TaosException {
    User user = new User(name, password, clock.millis(), false, systemInformation, createDatabase);
    if (users.putIfAbsent(name, user) != null) {
      throw ErrorCode.USER_EXISTS.with();
    }
  }

  /** Removes a user. */
  public void dropUser(User user) {
    users.remove(user.name(), user);
  }

  /** Returns a topic. */
  public Optional<Topic> topic(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  /** Returns all topics by name. */
  public List<Topic> topics() {
    return topics.values().stream().sorted(Comparator.comparing(Topic::name)).toList();
  }

  /**
   * Adds a topic.
   *
   * @return false if one of this name exists already
   */
  public boolean createTopic(Topic topic) {
    return topics.putIfAbsent(topic.name(), topic) == null;
  }

  /** Removes a topic. */
  public void dropTopic(Topic topic) {
    topics.remove(topic.name(), topic);
  }
}
