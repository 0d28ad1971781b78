package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries out the operations that this SDK knows. */
final class Operations {
  private static final int PAGE_ROWS = 1_000;

  private final Translation translation;
  private final Identity identity;
  private final Handles handles = new Handles();
  private final Runnable endOtherThreads;
  private final Consumer<String> log;

  Operations(
      Translation translation, Identity identity, Runnable endOtherThreads, Consumer<String> log) {
    this.translation = translation;
    this.identity = identity;
    this.endOtherThreads = endOtherThreads;
    this.log = log;
  }

  /** Carries out a request and returns the reply's line. */
  String reply(long seq, String op, JsonObject request) throws Exception {
    JsonStringWriter out = JsonWriter.string().object().value("seq", seq).object("ok");
    switch (op) {
      case "hello":
        hello(request, out);
        break;
      case "connect":
        connect(request);
        break;
      case "close":
        handles.close(text(request, "on"));
        break;
      case "execute":
        execute(request, out);
        break;
      case "query":
        query(request, out);
        break;
      case "next":
        handles.result(text(request, "on")).writeNext(out);
        break;
      case "bench":
        bench(request, out);
        break;
      case "probe":
        ProcessFacts.write(request.getArray("what", new JsonArray()), out);
        break;
      case "reset":
        reset();
        break;
      default:
        throw new UnsupportedException(op, "the Java adapter SDK does not know this operation");
    }
    return out.end().end().done();
  }

  private void hello(JsonObject request, JsonStringWriter out) {
    JsonArray offered = request.getArray("protocol", new JsonArray());
    if (!offered.contains(1)) {
      throw new RequestException("this adapter speaks protocol 1, not " + offered);
    }
    out.value("protocol", 1);
    out.object("connector")
        .value("name", identity.connector())
        .value("version", identity.version())
        .end();
    out.value("language", "java");
    out.object("runtime")
        .value("name", property("java.vm.name"))
        .value("version", property("java.runtime.version"))
        .end();
    out.value("os", property("os.name")).value("arch", property("os.arch"));
    out.array("interfaces");
    identity.interfaces().forEach(out::value);
    out.end().array("capabilities").value("bench").value("probe").end();
    boolean signals = !property("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    out.object("dump")
        .value("signal", signals ? "QUIT" : "")
        .value("pid", ProcessFacts.pid())
        .end();
  }

  private void connect(JsonObject request) throws Exception {
    String as = text(request, "as");
    vacate(as);
    ConnectArguments arguments = new ConnectArguments(request);
    if (!identity.interfaces().contains(arguments.interfaceId())) {
      throw new UnsupportedException(
          arguments.interfaceId(), "this adapter offers " + identity.interfaces());
    }
    handles.put(as, translation.connect(arguments));
  }

  private void execute(JsonObject request, JsonStringWriter out) throws Exception {
    affected(handles.connection(text(request, "on")).execute(text(request, "sql")), out);
  }

  private void query(JsonObject request, JsonStringWriter out) throws Exception {
    String as = text(request, "as");
    vacate(as);
    QueryOutcome outcome = handles.connection(text(request, "on")).query(text(request, "sql"));
    TranslatedResult result = outcome.result();
    if (result == null) {
      affected(outcome.affected(), out);
      return;
    }
    try {
      Pages pages = new Pages(result, request.getInt("pageRows", PAGE_ROWS));
      pages.writeFirst(out);
      handles.put(as, pages);
    } catch (Exception | Error e) {
      closeQuietly(result);
      throw e;
    }
  }

  private void bench(JsonObject request, JsonStringWriter out) throws Exception {
    new BenchLoop(
            handles.connection(text(request, "on")), request.getObject("params", new JsonObject()))
        .run(
            text(request, "workload"),
            request.getLong("warmupMs"),
            request.getLong("measureMs"),
            out);
  }

  private void vacate(String name) {
    handles
        .vacate(name)
        .forEach(problem -> log.accept("making room for a new " + name + ": " + problem));
  }

  private void reset() {
    handles.closeAll().forEach(problem -> log.accept("reset: " + problem));
    endOtherThreads.run();
  }

  private void closeQuietly(TranslatedResult result) {
    try {
      result.close();
    } catch (Exception e) {
      log.accept("closing a result that failed: " + e);
    }
  }

  private static void affected(@Nullable Long rows, JsonStringWriter out) {
    if (rows != null) {
      out.value("affected", rows);
    }
  }

  private static String text(JsonObject request, String field) {
    String value = request.getString(field);
    if (value == null) {
      throw new RequestException(request.getString("op") + " needs the text \"" + field + "\"");
    }
    return value;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
