package dev.tck.embedded.server;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.ResultColumn;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.embedded.schemaless.SchemalessText;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.values.Precision;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Serves what a test puts into it, and counts what is open. */
final class ServiceDouble implements SqlService {
  /** Makes the result of a statement. */
  @FunctionalInterface
  interface Statement {
    StatementResult execute(SessionDouble session) throws TaosException;
  }

  private final Map<String, Statement> statements = new ConcurrentHashMap<>();
  private final Queue<String> passwords = new ConcurrentLinkedQueue<>();
  private final AtomicInteger openSessions = new AtomicInteger();
  private final AtomicInteger openResults = new AtomicInteger();

  ServiceDouble() {
    on("use d", session -> session.used("d"));
    on("select 1", session -> one());
    on(
        "show zone",
        session -> affected(session.zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds()));
  }

  ServiceDouble on(String sql, Statement statement) {
    statements.put(sql, statement);
    return this;
  }

  /** Returns the passwords that were tried. */
  List<String> passwords() {
    return List.copyOf(passwords);
  }

  int openSessions() {
    return openSessions.get();
  }

  int openResults() {
    return openResults.get();
  }

  @Override
  public Session login(String user, String password) throws TaosException {
    passwords.add(password);
    if (!user.equals("root")) {
      throw new TaosException(849, "Invalid user");
    }
    if (!password.equals("taosdata")) {
      throw new TaosException(855, "Authentication failure");
    }
    openSessions.incrementAndGet();
    return new SessionDouble();
  }

  @Override
  public void check(Session session, String sql) throws TaosException {
    if (sql.startsWith("selct")) {
      throw new TaosException(9728, "syntax error near \"" + sql + "\"");
    }
  }

  @Override
  public String version() {
    return "3.3.6.6";
  }

  static StatementResult affected(long rows) {
    return new StatementResult.Affected(rows);
  }

  private StatementResult one() {
    return rows(
        List.of(new ResultColumn("1", dev.tck.values.TaosType.BIGINT, 8, 8, 0, 0)),
        Precision.MILLISECONDS,
        List.of(Blocks.ofLongs(1)));
  }

  /** Returns a result of finished blocks. */
  StatementResult.Rows rows(
      List<ResultColumn> columns, Precision precision, Iterable<byte[]> blocks) {
    return rows(columns, precision, blocks, Optional.empty());
  }

  /** Returns a result that fails after its blocks. */
  StatementResult.Rows failing(List<byte[]> blocks, int code, String message) {
    List<ResultColumn> columns =
        List.of(new ResultColumn("v", dev.tck.values.TaosType.BIGINT, 8, 8, 0, 0));
    return rows(
        columns, Precision.MILLISECONDS, blocks, Optional.of(new TaosException(code, message)));
  }

  private StatementResult.Rows rows(
      List<ResultColumn> columns,
      Precision precision,
      Iterable<byte[]> blocks,
      Optional<TaosException> end) {
    openResults.incrementAndGet();
    Iterator<byte[]> rest = blocks.iterator();
    return new StatementResult.Rows() {
      @Override
      public List<ResultColumn> columns() {
        return columns;
      }

      @Override
      public Precision precision() {
        return precision;
      }

      @Override
      public byte @Nullable [] nextBlock() throws TaosException {
        if (!rest.hasNext() && end.isPresent()) {
          throw end.get();
        }
        return rest.hasNext() ? rest.next() : null;
      }

      @Override
      public void close() {
        openResults.decrementAndGet();
      }
    };
  }

  /** A session that knows the double's statements. */
  final class SessionDouble implements Session {
    private Optional<String> database = Optional.empty();
    private ZoneId zone = ZoneOffset.UTC;
    private final List<String> executed = new ArrayList<>();

    StatementResult used(String name) {
      database = Optional.of(name);
      return affected(0);
    }

    @Override
    public StatementResult execute(String sql) throws TaosException {
      executed.add(sql);
      Statement statement = statements.get(sql);
      if (sql.isBlank()) {
        throw new TaosException(9729, "Incomplete SQL statement");
      }
      if (statement == null) {
        throw new TaosException(9728, "syntax error near \"" + sql + "\"");
      }
      return statement.execute(this);
    }

    @Override
    public long write(SchemalessText points) throws TaosException {
      throw new TaosException(256, "no schemaless write here");
    }

    @Override
    public void use(String name) throws TaosException {
      if (!name.equals("d")) {
        throw new TaosException(904, "Database not exist");
      }
      database = Optional.of(name);
    }

    @Override
    public Optional<String> currentDatabase() {
      return database;
    }

    @Override
    public void timeZone(ZoneId other) {
      zone = other;
    }

    @Override
    public String user() {
      return "root";
    }

    @Override
    public void close() {
      openSessions.decrementAndGet();
    }
  }
}
