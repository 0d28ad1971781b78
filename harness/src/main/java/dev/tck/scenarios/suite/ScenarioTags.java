package dev.tck.scenarios.suite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the tags of a scenario.
 *
 * <p>{@code @SQL-012} is the id; {@code @rest}, {@code @websocket}, {@code @native} restrict to
 * interfaces; {@code @since:3.3.6.0} and {@code @until:…} to server versions; {@code @core} marks
 * the essential ones; {@code @covers:T-08} names catalogue entries; {@code @killed-by:null-as-zero}
 * the seeded faults that must fail it.
 */
final class ScenarioTags {
  private static final Pattern ID = Pattern.compile("@[A-Z]{2,4}-\\d{3}");
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){3}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
  private static final Set<String> INTERFACES = Set.of("@rest", "@websocket", "@native");

  private final List<String> mistakes = new ArrayList<>();
  private final Set<String> interfaces = new LinkedHashSet<>();
  private final Set<String> covers = new LinkedHashSet<>();
  private final Set<String> killedBy = new LinkedHashSet<>();
  private Optional<String> id = Optional.empty();
  private Optional<String> since = Optional.empty();
  private Optional<String> until = Optional.empty();
  private boolean core;

  ScenarioTags(List<String> tags) {
    tags.forEach(this::read);
    if (id.isEmpty()) {
      mistakes.add("no id; add a tag like @SQL-012 with a number that no other scenario has");
    }
  }

  private void read(String tag) {
    if (ID.matcher(tag).matches()) {
      id.ifPresent(other -> mistakes.add("two ids, @" + other + " and " + tag + "; keep one"));
      id = Optional.of(tag.substring(1));
    } else if (INTERFACES.contains(tag)) {
      interfaces.add(tag.substring(1));
    } else if (tag.equals("@core")) {
      core = true;
    } else if (tag.startsWith("@since:")) {
      since = version(tag, "@since:");
    } else if (tag.startsWith("@until:")) {
      until = version(tag, "@until:");
    } else if (tag.startsWith("@covers:")) {
      name(tag, "@covers:", covers);
    } else if (tag.startsWith("@killed-by:")) {
      name(tag, "@killed-by:", killedBy);
    } else {
      mistakes.add(
          "unknown tag "
              + tag
              + "; known are an id like @SQL-012, @rest, @websocket, @native, @core, @since:VERSION, @until:VERSION,"
              + " @covers:ENTRY, @killed-by:FAULT");
    }
  }

  private Optional<String> version(String tag, String prefix) {
    String version = tag.substring(prefix.length());
    if (!VERSION.matcher(version).matches()) {
      mistakes.add("no version in " + tag + "; write four numbers, like " + prefix + "3.3.6.0");
    }
    return Optional.of(version);
  }

  private void name(String tag, String prefix, Set<String> names) {
    String name = tag.substring(prefix.length());
    if (!NAME.matcher(name).matches()) {
      mistakes.add("no name in " + tag);
    }
    names.add(name);
  }

  List<String> mistakes() {
    return mistakes;
  }

  String id() {
    return id.orElse("");
  }

  Set<String> interfaces() {
    return interfaces;
  }

  Optional<String> since() {
    return since;
  }

  Optional<String> until() {
    return until;
  }

  boolean core() {
    return core;
  }

  Set<String> covers() {
    return covers;
  }

  Set<String> killedBy() {
    return killedBy;
  }
}
