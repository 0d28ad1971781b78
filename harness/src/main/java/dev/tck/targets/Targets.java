package dev.tck.targets;

/** Opens targets. */
public final class Targets {
  /** The version that the embedded server has if none is asked for: the newest that it knows. */
  public static final String NEWEST_EMBEDDED = "3.3.6.6";

  /**
   * Opens a target; the caller closes it.
   *
   * @throws TargetException if it cannot be had, with what helps
   */
  public Target open(TargetSpec spec) throws TargetException {
    if (spec instanceof TargetSpec.Docker docker) {
      return DockerTarget.start(new ServerProbe(), docker.image());
    } else if (spec instanceof TargetSpec.Remote remote) {
      return new RemoteTarget(new ServerProbe(), remote.endpoint());
    }
    throw new TargetException("the embedded server is not there yet");
  }
}
