package dev.tck.scenarios.plan;

import java.util.List;
import java.util.Optional;

/**
 * Describes a connector that may be measured: ours, or a folder of connectors under test.
 *
 * @param versions are the pinned versions, newest first
 * @param obstacle says why it cannot run on this machine; empty if it can
 */
public record Candidate(
    String id,
    String name,
    String language,
    boolean official,
    List<String> interfaces,
    List<String> versions,
    Optional<String> obstacle) {
  public Candidate {
    interfaces = List.copyOf(interfaces);
    versions = List.copyOf(versions);
  }
}
