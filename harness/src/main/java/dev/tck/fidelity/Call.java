package dev.tck.fidelity;

/** What is sent in one step of a case; {@code $DB} stands for the database's name. */
public sealed interface Call {
  /** Is what stands for the name of the case's database. */
  String DATABASE = "$DB";

  /** Returns what a report calls the step. */
  String text();

  /** SQL, sent to {@code /rest/sql} and, if it gives rows, to {@code /ws}. */
  record Sql(String sql) implements Call {
    @Override
    public String text() {
      return sql;
    }
  }

  /** A body that is posted to another path, such as schemaless lines. */
  record Post(String path, String body) implements Call {
    @Override
    public String text() {
      return "POST " + path;
    }
  }
}
