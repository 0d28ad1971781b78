package dev.tck.adapter.sdk;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Says who the connector is. */
public final class Identity {
  private final String connector;
  private final String version;
  private final List<String> interfaces;
  private final List<String> packages;

  /**
   * Describes a connector.
   *
   * @param connector is its id
   * @param version is its version as loaded
   * @param interfaces are those of {@code native}, {@code rest} and {@code websocket} that the
   *     adapter offers
   * @param packages are the beginnings of the connector's package names; an undocumented exception
   *     that passed through one of them is the driver's
   */
  public Identity(String connector, String version, List<String> interfaces, String... packages) {
    this.connector = connector;
    this.version = version;
    this.interfaces = Collections.unmodifiableList(interfaces);
    this.packages = Collections.unmodifiableList(Arrays.asList(packages.clone()));
  }

  String connector() {
    return connector;
  }

  String version() {
    return version;
  }

  List<String> interfaces() {
    return interfaces;
  }

  List<String> packages() {
    return packages;
  }
}
