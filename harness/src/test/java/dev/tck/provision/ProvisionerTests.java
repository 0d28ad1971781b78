package dev.tck.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionerTests {
  private static final Host HOST = new Host("x64", "linux");

  @TempDir Path folder;
  private final FakeTools tools = new FakeTools();
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("sdk/fake"));
    Files.writeString(folder.resolve("sdk/fake/sdk.txt"), "sdk");
    Files.createDirectories(folder.resolve("thing"));
    Files.writeString(folder.resolve("thing/adapter.txt"), "adapter");
  }

  @Test
  void carriesOutTheSteps() throws Exception {
    define(
        """
        - {write: settings.txt, text: "version ${version} of ${id} for $$5"}
        - {says: "fetch ${version}", run: ["${fetch}", lib/thing.jar], environment: {V: "${version}"}}
        - {copy: "${home}/adapter.txt", to: copied/adapter.txt}
        - {run: ["${tell}", one, two], as: packages}
        - {record: "lib/*.jar", as: jars}
        """);
    Provisioned thing = provision("1.0", null);
    assertThat(thing.folder().resolve("settings.txt")).hasContent("version 1.0 of thing for $5");
    assertThat(thing.folder().resolve("lib/thing.jar")).hasContent("fetched with {V=1.0}");
    assertThat(thing.folder().resolve("copied/adapter.txt")).hasContent("adapter");
    assertThat(thing.manifest()).containsEntry("packages", List.of("one", "two"));
    // sha256 of "fetched with {V=1.0}", by sha256sum
    assertThat(thing.manifest())
        .containsEntry(
            "jars",
            List.of(
                "thing.jar sha256:"
                    + "8bb8f9cb182d835b746593fcf4dca26f5707df1fef2b22f1bc97a0f42cef4bc5"));
    assertThat(progress).containsExactly("thing 1.0 1/1 fetch 1.0");
  }

  @Test
  void givesTheCommandLine() throws Exception {
    define("- {write: a, text: b}");
    Provisioned thing = provision("1.0", null);
    assertThat(thing.commandLine().command())
        .containsExactly("tools/fetch", thing.folder() + "/bin/thing", "--java=1.2.3");
    assertThat(thing.commandLine().environment())
        .containsEntry("WHERE", folder.resolve("sdk") + "/fake");
    assertThat(thing.commandLine().directory()).isEqualTo(thing.folder());
  }

  @Test
  void doesNothingTheSecondTime() throws Exception {
    define("- {run: ['${fetch}', lib/thing.jar]}");
    Provisioned first = provision("1.0", null);
    assertThat(first.fromCache()).isFalse();
    tools.ran.clear();
    Provisioned second = provision("1.0", null);
    assertThat(second.fromCache()).isTrue();
    assertThat(second.folder()).isEqualTo(first.folder());
    assertThat(second.manifest()).isEqualTo(first.manifest());
    assertThat(tools.ran).containsExactly("fetch --version");
  }

  @Test
  void makesAHalfFinishedEntryAgain() throws Exception {
    define("- {run: ['${fetch}', lib/thing.jar]}\n- {run: ['${fail}', no route to host]}");
    ProvisionException failure = failure("1.0", null);
    assertThat(failure)
        .hasMessageContaining("`fail` ended with exit code 9")
        .hasMessageContaining("no route to host");
    assertThat(failure.remedy()).contains("registry");
    assertThat(failure.log()).get().satisfies(log -> assertThat(log).exists());
    Path half = failure.log().orElseThrow().resolveSibling("");
    assertThat(half.resolve("lib/thing.jar")).exists();
    Files.writeString(half.resolve("stale"), "");
    assertThat(failure("1.0", null).log()).get().isEqualTo(half.resolve("provision.log"));
    assertThat(half.resolve("stale")).doesNotExist();
  }

  @Test
  void quotesWhatAToolMarksAsAnError() throws Exception {
    define("- {run: ['${fail}', \"one\\nERROR: no taos-x at https://me:pw@registry\\nbye\"]}");
    assertThat(failure("1.0", null))
        .hasMessage("`fail` ended with exit code 9: ERROR: no taos-x at https://***@registry");
  }

  @Test
  void keyChangesWithEverythingThatMatters() throws Exception {
    define("- {copy: '${home}/adapter.txt', to: a}\n- {copy: '${sdk}/fake/*.txt', to: b}");
    String key = key("1.0", null);
    assertThat(key).hasSize(16).isEqualTo(key("1.0", null));
    assertThat(key("1.1", null)).isNotEqualTo(key);
    Path source = Files.writeString(folder.resolve("thing-dev.jar"), "jar");
    assertThat(key("1.0", source)).isNotEqualTo(key);

    Files.writeString(folder.resolve("thing/README.md"), "no input of any step");
    assertThat(key("1.0", null)).isEqualTo(key);
    tools.toolVersion = "fetch 2.0";
    assertThat(key("1.0", null)).isNotEqualTo(key);
    tools.toolVersion = "fetch 1.0";
    Files.writeString(folder.resolve("sdk/fake/sdk.txt"), "another sdk");
    assertThat(key("1.0", null)).isNotEqualTo(key);
    Files.writeString(folder.resolve("sdk/fake/sdk.txt"), "sdk");
    Files.writeString(folder.resolve("thing/adapter.txt"), "another adapter");
    assertThat(key("1.0", null)).isNotEqualTo(key);
    Files.writeString(folder.resolve("thing/adapter.txt"), "adapter");
    assertThat(key("1.0", null)).isEqualTo(key);
  }

  @Test
  void combinedKeyDoesNotDependOnTheOrder() {
    assertThat(Provisioner.combinedKey(List.of("a", "b")))
        .isEqualTo(Provisioner.combinedKey(List.of("b", "a", "b")))
        .isNotEqualTo(Provisioner.combinedKey(List.of("a")));
  }

  @Test
  void takesALocalSourceInsteadOfTheRegistry() throws Exception {
    define(
        """
        - {when: [registry], run: ["${fetch}", lib/registry.jar]}
        - {when: [source-file], copy: "${source}", to: lib/file.jar}
        - {when: [source-folder], copy: "${source}/target/*.jar", to: lib}
        """);
    assertThat(provision("1.0", null).folder().resolve("lib/registry.jar")).exists();
    Path jar = Files.writeString(folder.resolve("thing-dev.jar"), "my jar");
    Path fromFile = provision("1.0", jar).folder();
    assertThat(fromFile.resolve("lib/file.jar")).hasContent("my jar");
    assertThat(fromFile.resolve("lib/registry.jar")).doesNotExist();
    Path checkout = Files.createDirectories(folder.resolve("checkout/target"));
    Files.writeString(checkout.resolve("thing.jar"), "built");
    Path fromFolder = provision("1.0", folder.resolve("checkout")).folder();
    assertThat(fromFolder.resolve("lib/thing.jar")).hasContent("built");
    assertThat(failure("1.0", folder.resolve("nowhere"))).hasMessageContaining("is not there");
  }

  @Test
  void namesAMissingToolAndHowToGetIt() throws Exception {
    define("- {run: ['${absent}', x]}");
    ProvisionException failure = failure("1.0", null);
    assertThat(failure).hasMessage("needs the command absent, which is not on PATH");
    assertThat(failure.remedy()).contains("Install it.").contains("TCK_TOOL_ABSENT");
    tools.environment.put("TCK_TOOL_ABSENT", "/elsewhere/tell");
    assertThat(provision("1.0", null).fromCache()).isFalse();
  }

  @Test
  void refusesAPlatformThatTheConnectorDoesNotExistFor() throws Exception {
    define("- {write: a, text: b}");
    Provisioner elsewhere = provisioner(new Host("riscv64", "linux"));
    ConnectorDefinition thing = ConnectorDefinitions.load(folder.resolve("thing"));
    assertThat(
            catchThrowableOfType(
                ProvisionException.class, () -> elsewhere.provision(thing, "1.0", null)))
        .hasMessage("thing does not exist for riscv64-linux");
  }

  @Test
  void namesWhatAStepDidNotFind() throws Exception {
    define("- {record: lib/*.jar, as: jars}");
    assertThat(failure("1.0", null)).hasMessage("there is no lib/*.jar");
  }

  @Test
  void compilesJavaSources() throws Exception {
    Path source = Files.createDirectories(folder.resolve("thing/src"));
    Files.writeString(source.resolve("Hello.java"), "class Hello {}\n");
    define("- {compile: ['${home}/src'], classpath: ['${sdk}/fake'], to: classes, release: 8}");
    Path classes = provision("1.0", null).folder().resolve("classes/Hello.class");
    // The class file format of Java 8 has the number 52.
    assertThat(Files.readAllBytes(classes)[7]).isEqualTo((byte) 52);
    Files.writeString(source.resolve("Hello.java"), "class Hello {\n  int x = \"\";\n}\n");
    assertThat(failure("1.0", null))
        .hasMessageContaining("Hello.java:2")
        .hasMessageContaining("String cannot be converted to int");
  }

  @Test
  void runsAtTheSameTimeMakeAnEntryOnce() throws Exception {
    define("- {run: ['${fetch}', lib/thing.jar]}");
    int runs = 4;
    ExecutorService pool = Executors.newFixedThreadPool(runs);
    try {
      List<Future<Provisioned>> results = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        results.add(pool.submit(() -> provision("1.0", null)));
      }
      for (Future<Provisioned> result : results) {
        assertThat(result.get().folder().resolve("lib/thing.jar")).exists();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(tools.ran).filteredOn("fetch lib/thing.jar"::equals).hasSize(1);
  }

  @Test
  void findsTheCacheFolder() {
    Path home = Path.of("/home/somebody");
    assertThat(CacheFolder.of(tools, home)).isEqualTo(Path.of("/home/somebody/.cache/tck"));
    tools.environment.put("XDG_CACHE_HOME", "/var/cache");
    assertThat(CacheFolder.of(tools, home)).isEqualTo(Path.of("/var/cache/tck"));
    tools.environment.put("TCK_CACHE", "/ci/cache");
    assertThat(CacheFolder.of(tools, home)).isEqualTo(Path.of("/ci/cache"));
  }

  private void define(String steps) throws IOException {
    Files.writeString(
        folder.resolve("thing/connector.yaml"),
        """
        id: thing
        name: The Thing
        language: fake
        official: false
        interfaces: [rest]
        versions: ["1.0", "1.1"]
        platforms: [x64-linux]
        provision:
          needs:
            fetch: {commands: [fetch], version: [--version], help: Install fetch.}
            fail: {commands: [fail], help: Install fail.}
            tell: {commands: [tell], help: Install tell.}
        %s
          steps:
        %s
        command: ["${fetch}", "${out}/bin/thing", "--java=${javaVersion}"]
        environment: {WHERE: "${sdk}/fake"}
        """
            .formatted(
                steps.contains("${absent}")
                    ? "    absent: {commands: [absent], help: Install it.}"
                    : "",
                steps.strip().indent(4)));
  }

  private Provisioner provisioner(Host host) {
    return new Provisioner(
        folder.resolve("cache"),
        folder.resolve("sdk"),
        Path.of("java-home"),
        "1.2.3",
        host,
        tools,
        (connector, step, steps, says) ->
            progress.add(connector + " " + step + "/" + steps + " " + says));
  }

  private Provisioned provision(String version, @Nullable Path source) throws Exception {
    return provisioner(HOST)
        .provision(ConnectorDefinitions.load(folder.resolve("thing")), version, source);
  }

  private ProvisionException failure(String version, @Nullable Path source) throws Exception {
    ConnectorDefinition thing = ConnectorDefinitions.load(folder.resolve("thing"));
    ProvisionException failure =
        catchThrowableOfType(
            ProvisionException.class, () -> provisioner(HOST).provision(thing, version, source));
    if (failure == null) {
      throw new AssertionError("it was provisioned");
    }
    return failure;
  }

  private String key(String version, @Nullable Path source) throws Exception {
    return provisioner(HOST)
        .key(ConnectorDefinitions.load(folder.resolve("thing")), version, source);
  }
}
