package dev.tck.cli;

import dev.tck.targets.DockerEngine;
import dev.tck.targets.EmbeddedService;
import dev.tck.targets.EmbeddedVersions;
import dev.tck.targets.TargetException;
import dev.tck.targets.image.ImageException;
import dev.tck.targets.image.ServerImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description =
        "Start the embedded server alone; prints one line with its port when it is ready, and runs until it is stopped. With --image, build a Docker image of it instead.")
final class ServeCommand implements Callable<Integer> {
  private final Environment environment;

  /** Where the server goes. */
  static final class Place {
    @ArgGroup(exclusive = false)
    Address address = new Address();

    @Option(
        names = "--image",
        arity = "0..1",
        fallbackValue = "",
        paramLabel = "NAME",
        description =
            "Build a Docker image of the server, for machines like this one. Default name: "
                + ServerImage.REPOSITORY
                + ":VERSION.")
    Optional<String> image = Optional.empty();
  }

  /** Where the server listens. */
  static final class Address {
    @Option(
        names = "--port",
        paramLabel = "PORT",
        description = "The port; 0 takes a free one. Default: 6041.")
    int port = 6041;

    @Option(
        names = "--host",
        paramLabel = "HOST",
        description =
            "The address to listen on. Default: 127.0.0.1; the server is for tests, and root's password is known.")
    String host = "127.0.0.1";
  }

  @ArgGroup Place place = new Place();

  @Option(
      names = "--tdengine",
      paramLabel = "VERSION",
      description = "The version of TDengine that it is. Default: the newest it knows.")
  private String version = EmbeddedVersions.NEWEST;

  ServeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      String checked = EmbeddedVersions.checked(version);
      return place.image.isPresent() ? build(place.image.get(), checked) : serve(checked);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    } catch (TargetException | ImageException e) {
      throw new CommandException(ExitCode.HARNESS_FAILED, String.valueOf(e.getMessage()));
    }
  }

  private int serve(String checked) throws TargetException, InterruptedException {
    try (EmbeddedService service =
        EmbeddedService.start(checked, place.address.host, place.address.port)) {
      Thread hook = new Thread(service::close, "shutdown");
      Runtime.getRuntime().addShutdownHook(hook);
      environment
          .console()
          .print(
              "ready: port "
                  + service.port()
                  + ", TDengine "
                  + checked
                  + " (embedded), user root, password taosdata");
      new CountDownLatch(1).await();
      return ExitCode.HOLDS;
    }
  }

  private int build(String asked, String checked) throws ImageException {
    DockerEngine engine = new DockerEngine();
    Optional<String> problem = engine.problem();
    if (problem.isPresent()) {
      throw new CommandException(
          ExitCode.HARNESS_FAILED,
          "an image needs a Docker engine: "
              + problem.get()
              + "; start one, or name it in DOCKER_HOST");
    }
    String name = asked.isEmpty() ? ServerImage.REPOSITORY + ":" + checked : asked;
    new ServerImage(engine.client(), classPath())
        .build(
            name,
            List.of(Main.class.getName(), "serve", "--host", "0.0.0.0"),
            List.of("--tdengine", checked));
    environment.console().print("image: " + name);
    return ExitCode.HOLDS;
  }

  private static List<Path> classPath() {
    return Arrays.stream(
            System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }
}
