package dev.tck.adapter.process;

import dev.tck.adapter.sdk.AdapterServer;
import dev.tck.adapter.sdk.Column;
import dev.tck.adapter.sdk.ConnectArguments;
import dev.tck.adapter.sdk.ConnectorError;
import dev.tck.adapter.sdk.Identity;
import dev.tck.adapter.sdk.QueryOutcome;
import dev.tck.adapter.sdk.TranslatedConnection;
import dev.tck.adapter.sdk.TranslatedResult;
import dev.tck.adapter.sdk.Translation;
import dev.tck.adapter.sdk.UnsupportedException;
import dev.tck.adapter.sdk.WireValue;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A connector without a server that does as its "statements" say: {@code exit 7}, {@code hang},
 * {@code stdout TEXT}, {@code rows 5}.
 */
public final class FakeConnector implements Translation {
  private final CountDownLatch gate = new CountDownLatch(1);

  private FakeConnector() {}

  /** Serves; an argument {@code silent} makes it never say hello. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      before(arguments);
    }
    AdapterServer.serve(new FakeConnector());
  }

  private static void before(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "silent" -> Thread.sleep(Long.MAX_VALUE);
      case "dies" -> {
        System.err.println("cannot load libfake.so");
        Runtime.getRuntime().halt(3);
      }
      case "stdout" -> stdout(arguments[1] + "\n");
      case "once" -> onlyOnce(Path.of(arguments[1]), arguments[2]);
      case "lingers" -> Runtime.getRuntime().addShutdownHook(new Thread(FakeConnector::linger));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  // Starts well the first time, badly from then on.
  private static void onlyOnce(Path mark, String badly) throws Exception {
    if (Files.exists(mark)) {
      before(new String[] {badly});
    } else {
      Files.createFile(mark);
    }
  }

  // A connector's own work at the end, which never ends.
  private static void linger() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void stdout(String text) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public Identity identity() {
    return new Identity("fake", "1.2.3", List.of("rest"), "java.util.");
  }

  @Override
  public TranslatedConnection connect(ConnectArguments arguments) {
    System.err.println("connecting with password=" + arguments.password());
    return new Connection();
  }

  @Override
  public @Nullable ConnectorError describe(Throwable thrown) {
    return thrown instanceof Refused
        ? new ConnectorError(ConnectorError.Origin.SERVER, 0x80002603L, thrown)
        : null;
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private final class Connection implements TranslatedConnection {
    @Override
    public @Nullable Long execute(String sql) throws Exception {
      String[] words = sql.split(" ", 2);
      String rest = words.length > 1 ? words[1] : "";
      switch (words[0]) {
        case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(rest));
        case "hang" -> hangHere();
        case "stdout" -> stdout(rest + "\n");
        case "long" -> stdout("x".repeat(Integer.parseInt(rest)) + "\n");
        case "print" -> System.out.println(rest);
        case "wait" -> gate.await();
        case "open" -> gate.countDown();
        case "refuse" -> throw new Refused(rest);
        case "bug" -> throw new IllegalStateException(rest);
        case "unsupported" -> throw new UnsupportedException("thing", rest);
        case "child" -> child();
        case "affected" -> {
          return Long.parseLong(rest);
        }
        default -> {
          return null;
        }
      }
      return null;
    }

    private void child() throws IOException {
      Process process = new ProcessBuilder("sleep", "600").start();
      System.err.println("child " + process.pid());
    }

    private static void hangHere() throws InterruptedException {
      Thread.sleep(Long.MAX_VALUE);
    }

    @Override
    public QueryOutcome query(String sql) throws Refused {
      if (sql.startsWith("rows ")) {
        return QueryOutcome.rows(new Rows(Integer.parseInt(sql.substring(5))));
      } else if (sql.contains("no_such")) {
        throw new Refused("Database not exist");
      } else if (sql.startsWith("select")) {
        return QueryOutcome.rows(new Rows(sql.contains("from") ? 3 : 1));
      }
      return QueryOutcome.affected(0L);
    }

    @Override
    public void close() {
      System.err.println("closed");
    }
  }

  private static final class Rows implements TranslatedResult {
    private final int count;
    private int row = -1;

    Rows(int count) {
      this.count = count;
    }

    @Override
    public List<Column> columns() {
      return List.of(new Column("n", "INT", 4, null), new Column("nothing", null, null, "void"));
    }

    @Override
    public boolean next() {
      return ++row < count;
    }

    @Override
    public @Nullable Object get(int index) {
      return index == 0 ? row : null;
    }

    @Override
    public WireValue translate(int index, Object host) {
      return WireValue.i32((Integer) host);
    }

    @Override
    public void close() {}
  }
}
