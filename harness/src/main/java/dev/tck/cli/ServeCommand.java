package dev.tck.cli;

import dev.tck.targets.EmbeddedService;
import dev.tck.targets.EmbeddedVersions;
import dev.tck.targets.TargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description =
        "Start the embedded server alone; prints one line with its port when it is ready, and runs until it is stopped.")
final class ServeCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 takes a free one. Default: 6041.")
  private int port = 6041;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "The address to listen on. Default: 127.0.0.1; the server is for tests, and root's password is known.")
  private String host = "127.0.0.1";

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
    try (EmbeddedService service =
        EmbeddedService.start(EmbeddedVersions.checked(version), host, port)) {
      Thread hook = new Thread(service::close, "shutdown");
      Runtime.getRuntime().addShutdownHook(hook);
      environment
          .console()
          .print(
              "ready: port "
                  + service.port()
                  + ", TDengine "
                  + version
                  + " (embedded), user root, password taosdata");
      new CountDownLatch(1).await();
      return ExitCode.HOLDS;
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    } catch (TargetException e) {
      throw new CommandException(ExitCode.HARNESS_FAILED, String.valueOf(e.getMessage()));
    }
  }
}
