package dev.tck.adapter;

import java.util.List;
import java.util.Set;

/**
 * Tells what an adapter said of itself and of the connector in it.
 *
 * @param connector is the connector's id
 * @param version is the connector's version as loaded, not as pinned
 * @param language is the language's id, {@code python}
 * @param runtime names the language's runtime with its version, {@code CPython 3.11.7}
 * @param os and arch are what the process sees
 * @param interfaces are the interfaces that the adapter offers
 * @param capabilities are the ids of optional operations that it offers
 */
public record Hello(
    String connector,
    String version,
    String language,
    String runtime,
    String os,
    String arch,
    List<String> interfaces,
    Set<String> capabilities) {
  public Hello {
    interfaces = List.copyOf(interfaces);
    capabilities = Set.copyOf(capabilities);
  }
}
