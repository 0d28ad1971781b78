package dev.tck.fidelity;

import dev.tck.fidelity.SqlTokens.Kind;
import dev.tck.fidelity.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says why a column's values are not the same in two runs of one server, and what must stay the
 * same nevertheless. Known by the column's meaning: its name in a listing, its expression in a
 * SELECT.
 */
enum Freedom {
  /** When something was created or began. */
  INSTANT("a time of creation"),
  /** A number that the server gives to what it creates. */
  IDENTIFIER("an id"),
  /** The clock, or chance. */
  CLOCK_OR_CHANCE("the clock or chance"),
  /** The user at the client's host, of which the user must be the same. */
  USER_AT_HOST("the client's host"),
  /** The version, which a report names anyway. */
  VERSION("the version"),
  /** The current database of a connection that has none of its own. */
  CONNECTION("the connection's database");

  private static final Map<String, Freedom> LISTED =
      Map.ofEntries(
          Map.entry("create_time", INSTANT),
          Map.entry("start_time", INSTANT),
          Map.entry("login_time", INSTANT),
          Map.entry("last_access", INSTANT),
          Map.entry("update_time", INSTANT),
          Map.entry("boot_time", INSTANT),
          Map.entry("reboot_time", INSTANT),
          Map.entry("uid", IDENTIFIER),
          Map.entry("vgroup_id", IDENTIFIER),
          Map.entry("vgid", IDENTIFIER),
          Map.entry("conn_id", IDENTIFIER),
          Map.entry("query_id", IDENTIFIER),
          Map.entry("pid", IDENTIFIER));

  private static final Set<String> CLOCK_OR_CHANCE_FUNCTIONS = Set.of("now", "today", "rand");

  private static final Map<String, Freedom> WHOLE_CALLS =
      Map.of(
          "user", USER_AT_HOST,
          "current_user", USER_AT_HOST,
          "server_version", VERSION,
          "client_version", VERSION);

  private final String what;

  Freedom(String what) {
    this.what = what;
  }

  /** Returns what is left out, for a report. */
  String what() {
    return what;
  }

  /** Returns whether the declared length follows the value, so that it differs with it. */
  boolean freesLength() {
    return this == USER_AT_HOST || this == VERSION || this == CONNECTION;
  }

  /** Returns a cell with its free part made the same in all runs. */
  String masked(String cell) {
    if (this == CONNECTION) {
      return "<" + what + ">";
    }
    if (Answer.isNull(cell)) {
      return cell;
    }
    int at = cell.indexOf('@');
    return this == USER_AT_HOST && at >= 0 ? cell.substring(0, at) : "<" + what + ">";
  }

  /**
   * Returns the freedom of each column of a statement's rows.
   *
   * @param ownDatabase says that the case has a database, which then is the current one
   */
  static List<Optional<Freedom>> of(SqlShape shape, List<String> columns, boolean ownDatabase) {
    List<Optional<Freedom>> freedoms = new ArrayList<>();
    List<String> selected = shape.selected();
    for (int index = 0; index < columns.size(); index++) {
      String name = columns.get(index).toLowerCase(Locale.ROOT);
      Optional<Freedom> freedom =
          shape.isListing() ? Optional.ofNullable(LISTED.get(name)) : Optional.empty();
      if (freedom.isEmpty() && selected.size() == columns.size()) {
        freedom = ofExpression(SqlTokens.of(selected.get(index)), ownDatabase);
      }
      freedoms.add(freedom);
    }
    return freedoms;
  }

  private static Optional<Freedom> ofExpression(List<Token> expression, boolean ownDatabase) {
    for (int index = 0; index + 1 < expression.size(); index++) {
      if (expression.get(index).kind() == Kind.WORD
          && expression.get(index + 1).isSymbol('(')
          && CLOCK_OR_CHANCE_FUNCTIONS.contains(expression.get(index).text())) {
        return Optional.of(CLOCK_OR_CHANCE);
      }
    }
    if (expression.size() >= 3 && isWholeCall(expression)) {
      String function = expression.get(0).text();
      return function.equals("database") && !ownDatabase
          ? Optional.of(CONNECTION)
          : Optional.ofNullable(WHOLE_CALLS.get(function));
    }
    return Optional.empty();
  }

  // A call without arguments and, perhaps, an alias.
  private static boolean isWholeCall(List<Token> expression) {
    return expression.get(1).isSymbol('(')
        && expression.get(2).isSymbol(')')
        && (expression.size() == 3
            || expression.get(3).is("as")
            || (expression.size() == 4 && expression.get(3).isIdentifier()));
  }
}
