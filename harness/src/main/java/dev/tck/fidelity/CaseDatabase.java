package dev.tck.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Creates what a case needs and drops what it has created, whatever came of its steps.
 *
 * <p>Only what the replay itself has created is dropped: the case's database, other databases and
 * topics named after it, and users that did not exist before.
 */
final class CaseDatabase {
  private final RestClient rest;
  private final String name;
  private final Set<String> topics = new LinkedHashSet<>();
  private final Set<String> databases = new LinkedHashSet<>();
  private final Set<String> users = new LinkedHashSet<>();

  /**
   * Creates the keeper of a case.
   *
   * @param name is the database's name, empty if the case has none
   */
  CaseDatabase(RestClient rest, String name) {
    this.rest = rest;
    this.name = name;
  }

  /** Returns the database's name, empty if the case has none. */
  String name() {
    return name;
  }

  /** Returns the name of a case's database. */
  static String nameOf(RecordedCase recorded, String prefix) {
    return recorded.databaseOptions().isEmpty()
        ? ""
        : prefix + recorded.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }

  /**
   * Creates the database, and returns what stands in the way, if anything does.
   *
   * @throws TransportException if the target does not answer
   */
  Optional<Mismatch> prepare(RecordedCase recorded) throws TransportException {
    Optional<Mismatch> clash = clashingUser(recorded);
    if (clash.isPresent() || name.isEmpty()) {
      return clash;
    }
    String options = recorded.databaseOptions().orElse("");
    String vgroups = options.toLowerCase(Locale.ROOT).contains("vgroups") ? "" : " vgroups 1";
    rest.sql("drop database if exists " + name, "");
    String create = ("create database " + name + " " + options).strip() + vgroups;
    databases.add(name);
    RestClient.Answer answer = rest.sql(create, "");
    return isError(answer)
        ? Optional.of(new Mismatch(Reason.SETUP, create, answer.body()))
        : Optional.empty();
  }

  private Optional<Mismatch> clashingUser(RecordedCase recorded) throws TransportException {
    List<String> wanted = new ArrayList<>();
    for (Exchange exchange : recorded.exchanges()) {
      if (exchange.call() instanceof Call.Sql sql) {
        new SqlShape(sql.sql()).createdName("user").ifPresent(wanted::add);
      }
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Optional<Answer> existing = Answer.read(rest.sql("show users", "").body());
    for (List<String> row : existing.map(Answer::rows).orElse(List.of())) {
      for (String user : wanted) {
        if (!row.isEmpty() && row.get(0).equals(Answer.quoted(user))) {
          return Optional.of(
              new Mismatch(
                  Reason.SETUP,
                  "no user " + user + " before the case creates it",
                  "the target has a user " + user + "; drop it, or leave the case out"));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isError(RestClient.Answer answer) {
    return answer.status() != 200 || Answer.read(answer.body()).map(Answer::isError).orElse(true);
  }

  /** Notes what a step has created or dropped. */
  void note(SqlShape shape, boolean succeeded) {
    if (succeeded) {
      shape.createdName("topic").filter(this::isOurs).ifPresent(topics::add);
      shape.createdName("database").filter(this::isOurs).ifPresent(databases::add);
      shape.createdName("user").ifPresent(users::add);
      shape.droppedName("topic").ifPresent(topics::remove);
      shape
          .droppedName("database")
          .filter(dropped -> !dropped.equals(name))
          .ifPresent(databases::remove);
      shape.droppedName("user").ifPresent(users::remove);
    }
  }

  private boolean isOurs(String created) {
    return !name.isEmpty() && created.startsWith(name);
  }

  /** Drops what the case has created, and returns what could not be dropped. */
  List<String> drop() {
    List<String> left = new ArrayList<>();
    topics.forEach(topic -> drop("topic if exists", topic, left));
    databases.forEach(database -> drop("database if exists", database, left));
    users.forEach(user -> drop("user", user, left));
    return left;
  }

  private void drop(String kind, String what, List<String> left) {
    try {
      RestClient.Answer answer = rest.sql("drop " + kind + " `" + what + "`", "");
      if (isError(answer)) {
        left.add(what + ": " + answer.body());
      }
    } catch (TransportException e) {
      left.add(what + ": " + e.getMessage());
    }
  }
}
