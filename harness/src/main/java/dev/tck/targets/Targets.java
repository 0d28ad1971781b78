package dev.tck.targets;

/** Opens targets. */
public final class Targets {

  /**
   * Opens a target; the caller closes it.
   *
   * @throws TargetException if it cannot be had, with what helps
   */
  public Target open(TargetSpec spec) throws TargetException {
    if (spec instanceof TargetSpec.Embedded embedded) {
      return EmbeddedTarget.start(embedded.version());
    } else if (spec instanceof TargetSpec.Docker docker) {
      return DockerTarget.start(new ServerProbe(), docker.image());
    } else if (spec instanceof TargetSpec.Local local) {
      return LocalTarget.start(new ServerProbe(), LocalInstallation.find(local.folder()));
    } else if (spec instanceof TargetSpec.Remote remote) {
      return new RemoteTarget(new ServerProbe(), remote.endpoint());
    }
    throw new AssertionError(spec);
  }
}
