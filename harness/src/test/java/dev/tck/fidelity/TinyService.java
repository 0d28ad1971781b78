package dev.tck.fidelity;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.ResultColumn;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.embedded.schemaless.SchemalessText;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.ColumnBuffer;
import dev.tck.wire.ResultBlockWriter;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An engine of one statement, {@code select NUMBER}, that can be told to lie. */
final class TinyService implements SqlService {
  private volatile int lie;
  private volatile boolean shortTypeName;

  /** Is added to the numbers from now on. */
  void lieBy(int difference) {
    lie = difference;
  }

  void lieAboutTheType() {
    shortTypeName = true;
  }

  @Override
  public Session login(String user, String password) throws TaosException {
    if (!password.equals("taosdata")) {
      throw new TaosException(855, "Authentication failure");
    }
    return new TinySession();
  }

  @Override
  public void check(Session session, String sql) {}

  @Override
  public String version() {
    return "3.3.6.6";
  }

  private final class TinySession implements Session {
    private Optional<String> database = Optional.empty();

    @Override
    public StatementResult execute(String sql) throws TaosException {
      if (sql.startsWith("select ")) {
        return one(Integer.parseInt(sql.substring(7)) + lie);
      } else if (sql.startsWith("create database ") || sql.startsWith("drop database ")) {
        return new StatementResult.Affected(0);
      }
      throw new TaosException(9728, "syntax error near \"" + sql + "\"");
    }

    @Override
    public long write(SchemalessText points) throws TaosException {
      throw new TaosException(256, "no schemaless write here");
    }

    private StatementResult one(int number) {
      TaosType type = shortTypeName ? TaosType.SMALLINT : TaosType.INT;
      ColumnBuffer column = new ColumnBuffer(type, type.width());
      column.appendInteger(number);
      Iterator<byte[]> blocks = List.of(ResultBlockWriter.toBytes(List.of(column))).iterator();
      return new StatementResult.Rows() {
        @Override
        public List<ResultColumn> columns() {
          return List.of(new ResultColumn("n", type, type.width(), type.width(), 0, 0));
        }

        @Override
        public Precision precision() {
          return Precision.MILLISECONDS;
        }

        @Override
        public byte @Nullable [] nextBlock() {
          return blocks.hasNext() ? blocks.next() : null;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void use(String name) {
      database = Optional.of(name);
    }

    @Override
    public Optional<String> currentDatabase() {
      return database;
    }

    @Override
    public void timeZone(ZoneId zone) {}

    @Override
    public String user() {
      return "root";
    }

    @Override
    public void close() {}
  }
}
