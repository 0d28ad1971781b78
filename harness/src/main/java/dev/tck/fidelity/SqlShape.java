package dev.tck.fidelity;

import dev.tck.fidelity.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sees of a statement what decides how its answer may differ between two runs: its kind, its
 * clauses outside of parentheses, and the expressions it selects.
 */
final class SqlShape {
  private static final Set<String> SYSTEM_DATABASES =
      Set.of("information_schema", "performance_schema");
  private static final Set<String> AFTER_ORDER_BY = Set.of("limit", "slimit", "soffset", "offset");
  private static final Set<String> AFTER_FROM =
      Set.of(
          "where",
          "partition",
          "group",
          "order",
          "limit",
          "interval",
          "slimit",
          "session",
          "state_window",
          "event_window",
          "count_window",
          "having",
          "union",
          "range",
          "every",
          "fill",
          "sliding");

  private final String sql;
  private final List<Token> tokens;

  SqlShape(String sql) {
    this.sql = sql;
    this.tokens = SqlTokens.of(sql);
  }

  /** Returns the first word. */
  String verb() {
    return tokens.isEmpty() ? "" : tokens.get(0).text();
  }

  /** Returns whether the answer lists what the server has. */
  boolean isListing() {
    return verb().equals("show") || (verb().equals("select") && readsSystemTables());
  }

  private boolean readsSystemTables() {
    return tokens.stream().anyMatch(token -> SYSTEM_DATABASES.contains(token.text()));
  }

  private boolean hasTop(String word) {
    return top(word).isPresent();
  }

  private Optional<Integer> top(String word) {
    for (int index = 0; index < tokens.size(); index++) {
      if (tokens.get(index).depth() == 0 && tokens.get(index).is(word)) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** Returns the keys of ORDER BY, each without its direction; none if the rows have no order. */
  List<String> orderKeys() {
    Optional<Integer> order = top("order");
    if (order.isEmpty()) {
      return List.of();
    }
    int from = order.get() + 2;
    List<String> keys = new ArrayList<>();
    for (List<Token> item : items(from, token -> AFTER_ORDER_BY.contains(token.text()))) {
      int size = item.size();
      while (size > 1
          && Set.of("asc", "desc", "nulls", "first", "last").contains(item.get(size - 1).text())) {
        size--;
      }
      keys.add(name(item.subList(0, size)));
    }
    return keys;
  }

  /** Returns the selected expressions as written, with their aliases; none if it is no SELECT. */
  List<String> selected() {
    if (!verb().equals("select")) {
      return List.of();
    }
    int from = tokens.size() > 1 && tokens.get(1).is("distinct") ? 2 : 1;
    return items(from, token -> token.is("from")).stream().map(this::text).toList();
  }

  private List<List<Token>> items(int from, Predicate<Token> end) {
    List<List<Token>> items = new ArrayList<>();
    List<Token> item = new ArrayList<>();
    for (Token token : tokens.subList(Math.min(from, tokens.size()), tokens.size())) {
      if (token.depth() == 0 && end.test(token)) {
        break;
      }
      if (token.depth() == 0 && token.isSymbol(',')) {
        items.add(item);
        item = new ArrayList<>();
      } else {
        item.add(token);
      }
    }
    items.add(item);
    items.removeIf(List::isEmpty);
    return items;
  }

  private String text(List<Token> item) {
    return sql.substring(item.get(0).start(), item.get(item.size() - 1).end());
  }

  private String name(List<Token> item) {
    return item.size() == 1 ? item.get(0).text() : text(item).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether TDengine promises no order of the rows.
   *
   * <p>Rows come in the order of time from one table with or without windows; across the tables of
   * a supertable, partitions and groups they come as the vgroups deliver them.
   *
   * @param singleTables are the names of normal and child tables
   */
  boolean isUnordered(Set<String> singleTables) {
    if (hasTop("order") || verb().equals("describe") || verb().equals("desc")) {
      return false;
    }
    if (isListing() || hasTop("union") || hasTop("partition") || hasTop("group")) {
      return true;
    }
    return tokens.stream().anyMatch(token -> token.is("from")) && !readsOnly(singleTables);
  }

  private boolean readsOnly(Set<String> singleTables) {
    for (int index = 0; index < tokens.size() - 1; index++) {
      if (tokens.get(index).is("from") || tokens.get(index).is("join")) {
        if (!readsOnly(singleTables, index + 1)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean readsOnly(Set<String> singleTables, int from) {
    boolean nameExpected = true;
    for (int index = from; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      boolean qualifier = index + 1 < tokens.size() && tokens.get(index + 1).isSymbol('.');
      if (token.isSymbol(',')) {
        nameExpected = true;
      } else if (token.isSymbol(')') || (token.is("on") || AFTER_FROM.contains(token.text()))) {
        return true;
      } else if (nameExpected && token.isIdentifier() && !qualifier) {
        if (!singleTables.contains(token.text())) {
          return false;
        }
        nameExpected = false;
      } else if (nameExpected && token.isSymbol('(')) {
        // A subquery: its own FROM is looked at by itself.
        return true;
      }
    }
    return true;
  }

  /** Returns the names of normal and child tables that the statement creates. */
  List<String> createdSingleTables() {
    List<String> names = new ArrayList<>();
    for (int index = 1; index < tokens.size(); index++) {
      if (tokens.get(index).is("using") && tokens.get(index - 1).isIdentifier()) {
        names.add(tokens.get(index - 1).text());
      }
    }
    if (verb().equals("create") && !hasTop("tags") && !hasTop("using")) {
      createdName("table").ifPresent(names::add);
    }
    return names;
  }

  /** Returns the name of what the statement creates, if it is of a kind. */
  Optional<String> createdName(String kind) {
    return named("create", kind);
  }

  /** Returns the name of what the statement drops, if it is of a kind. */
  Optional<String> droppedName(String kind) {
    return named("drop", kind);
  }

  private Optional<String> named(String verb, String kind) {
    if (!verb().equals(verb) || tokens.size() < 3 || !tokens.get(1).is(kind)) {
      return Optional.empty();
    }
    Optional<Token> last = Optional.empty();
    for (Token token : tokens.subList(2, tokens.size())) {
      if (token.is("if") || token.is("not") || token.is("exists")) {
        continue;
      }
      if (token.isSymbol('.')) {
        last = Optional.empty();
      } else if (last.isEmpty() && token.isIdentifier()) {
        last = Optional.of(token);
      } else {
        break;
      }
    }
    return last.map(Token::text);
  }
}
