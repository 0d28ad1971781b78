package dev.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.cli.CapturedTck.Done;
import dev.tck.doubles.StubTarget;
import dev.tck.reference.StubLibrary;
import dev.tck.targets.Endpoint;
import dev.tck.targets.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NativeSupportTests {
  @TempDir private Path home;
  @TempDir private Path folder;
  private final StubTarget server = new StubTarget("taosdata");

  @BeforeEach
  void copyProject() throws IOException {
    SmallProject.in(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The stub of a server, with taosd's own port. */
  private record WithNativePort(Target server) implements Target {
    @Override
    public String kind() {
      return server.kind();
    }

    @Override
    public String tdengine() {
      return server.tdengine();
    }

    @Override
    public Endpoint endpoint() {
      return server.endpoint().withNativePort(60_300);
    }

    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public void close() {}
  }

  private Done tck(String command, String query, String... more) {
    String target = "http://root:taosdata@127.0.0.1:" + server.endpoint().port() + query;
    String[] words = new String[3 + more.length];
    words[0] = command;
    words[1] = "--target";
    words[2] = target;
    System.arraycopy(more, 0, words, 3, more.length);
    return new CapturedTck(home, folder).run(words);
  }

  private static String nativeGap(Done done) {
    assertThat(done.exit()).isEqualTo(ExitCode.HOLDS);
    return done.out()
        .substring(done.out().indexOf("Not measured here:"))
        .lines()
        .filter(line -> line.contains(" reference ") && line.contains(" native "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesALibraryThatIsMissing() {
    for (String command : new String[] {"run", "plan"}) {
      Done done = tck(command, "?native=6030", "--native-lib", "none/libtaos.so");
      assertThat(done.exit()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(done.out()).isEmpty();
      assertThat(done.err())
          .contains(
              "--native-lib none/libtaos.so: there is no " + folder.resolve("none/libtaos.so"));
    }
  }

  @Test
  void saysWhyAFileIsNoLibrary() throws IOException {
    Path text = Files.writeString(folder.resolve("libtaos.so"), "this is no library");
    assertThat(nativeGap(tck("plan", "?native=6030", "--native-lib", "libtaos.so")))
        .contains(text + " is no client library of TDengine for this machine: ")
        .doesNotContain("\tat ", "Exception", "TaosError");
  }

  @Test
  void survivesALibraryThatEndsItsProcess() throws Exception {
    Path deadly = StubLibrary.compile(StubLibrary.Version.DEADLY, folder).file();
    assertThat(nativeGap(tck("plan", "?native=6030", "--native-lib", deadly.toString())))
        .contains("libtaos " + deadly + " cannot be used: ");
  }

  @Test
  void saysHowToTellTheNativePort() {
    assertThat(nativeGap(tck("plan", "")))
        .endsWith(
            "taosd's own port is not known; write http://USER:PASSWORD@HOST:6041?native=6030");
  }

  @Test
  void plansTheNativeInterfaceWhereALibraryIs() throws Exception {
    Path library = StubLibrary.compile(StubLibrary.Version.THREE, folder).file();
    Done done = tck("plan", "?native=6030", "--native-lib", library.toString());
    assertThat(done.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(done.out().substring(0, done.out().indexOf("Not measured here:")).lines())
        .anyMatch(line -> line.contains(" reference ") && line.contains(" native "));
  }

  @Test
  void servesTheNativeInterfaceInAProcessOfItsOwn() throws Exception {
    Path library = StubLibrary.compile(StubLibrary.Version.THREE, folder).file();
    Requests requests = new Requests(Duration.ofSeconds(30));
    NativeSupport support =
        NativeSupport.of(environment(), Optional.of(library), new WithNativePort(server));
    assertThat(support.unreachable(server)).isEmpty();
    try (AdapterChannel channel = support.naming(support.reference(true))) {
      assertThat(channel.hello().interfaces()).containsExactly("native");
      assertThat(channel.hello().runtime()).contains("libtaos 3.3.6.6");
      Request connect =
          requests.connect(
              "c", new Requests.Endpoint("native", "localhost", 60_300, "root", "pässword"));
      assertThat(channel.send(connect).get()).isInstanceOf(Reply.Ok.class);
      ObjectNode affected =
          ((Reply.Ok) channel.send(requests.execute("c", "affect 7")).get()).payload();
      assertThat(affected.path("affected").asLong()).isEqualTo(7);
      Request failing = requests.execute("c", "fail 2603");
      assertThat(channel.send(failing).get())
          .isEqualTo(
              new Reply.Failure(
                  failing.seq(), Reply.Origin.SERVER, 0x2603L, "TaosError", "schlägt fehl: 报警"));
      Request wrong =
          requests.connect(
              "d", new Requests.Endpoint("native", "localhost", 60_300, "root", "wrong"));
      assertThat(((Reply.Failure) channel.send(wrong).get()).maskedCode()).isEqualTo(0x0357);
    }
  }

  private Environment environment() {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new Environment(
        home, folder, Map.of(), new Console(nowhere, nowhere, Map.of(), false), Clock.systemUTC());
  }
}
