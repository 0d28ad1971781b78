package dev.tck.embedded.information;

import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Topic;
import dev.tck.embedded.catalogue.User;
import dev.tck.embedded.catalogue.User.Privilege;
import dev.tck.embedded.sql.Statement.TopicKind;
import java.util.Comparator;
import java.util.List;

/** The rows of ins_users, ins_user_privileges and ins_topics. */
final class AccessRows {
  private static final List<String> KINDS = List.of("read", "write", "alter", "subscribe");

  private final Catalogue catalogue;

  AccessRows(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void writeUsers(RowWriter rows) {
    for (User user : users()) {
      rows.text(user.name())
          .bool(user.isSuperUser())
          .bool(user.isEnabled())
          .bool(user.hasSystemInformation())
          .bool(user.mayCreateDatabase())
          .number(user.created())
          .text("127.0.0.1")
          .end();
    }
  }

  private List<User> users() {
    return catalogue.users().stream().sorted(Comparator.comparing(User::name)).toList();
  }

  void writePrivileges(RowWriter rows) {
    for (User user : users()) {
      if (user.isSuperUser()) {
        rows.text(user.name()).text("all").text("all").text("").text("").text("").end();
      }
      for (Privilege privilege : inOrder(user.privileges())) {
        rows.text(user.name())
            .text(privilege.kind())
            .text(privilege.database())
            .text(privilege.table())
            .text(privilege.condition())
            .text("")
            .end();
      }
    }
  }

  // Those of databases before those of tables before those of topics.
  private static List<Privilege> inOrder(List<Privilege> privileges) {
    return privileges.stream()
        .sorted(
            Comparator.comparingInt(AccessRows::level)
                .thenComparingInt(privilege -> KINDS.indexOf(privilege.kind()))
                .thenComparing(Privilege::database)
                .thenComparing(Privilege::table))
        .toList();
  }

  private static int level(Privilege privilege) {
    if (privilege.kind().equals("subscribe")) {
      return 2;
    }
    return privilege.table().isEmpty() ? 0 : 1;
  }

  void writeTopics(RowWriter rows) {
    for (Topic topic : catalogue.topics()) {
      rows.text(topic.name())
          .text(topic.database())
          .number(topic.created())
          .text(topic.definition().sql())
          .text(topic.schema())
          .text(topic.definition().withMeta() ? "yes" : "no")
          .text(kind(topic.definition().kind()))
          .end();
    }
  }

  private static String kind(TopicKind kind) {
    return switch (kind) {
      case QUERY -> "column";
      case SUPER_TABLE -> "stable";
      case DATABASE -> "db";
    };
  }
}
