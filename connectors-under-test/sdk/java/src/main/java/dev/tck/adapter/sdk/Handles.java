package dev.tck.adapter.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what is open under the harness's names. */
final class Handles {
  private final ConcurrentHashMap<String, Object> open = new ConcurrentHashMap<>();
  // Closed connections keep their handles, so that a scenario can ask what they answer.
  private final Set<Object> closed = ConcurrentHashMap.newKeySet();

  /**
   * Makes room for a new thing: closes what is open under the name, and returns what went wrong.
   */
  List<Throwable> vacate(String name) {
    Object thing = open.remove(name);
    List<Throwable> problems = new ArrayList<>();
    if (thing != null) {
      closeUnlessClosed(thing, problems);
    }
    return problems;
  }

  void put(String name, Object thing) {
    if (open.putIfAbsent(name, thing) != null) {
      throw new RequestException("the handle " + name + " was created twice at the same time");
    }
  }

  TranslatedConnection connection(String name) {
    Object thing = open.get(name);
    if (thing instanceof TranslatedConnection) {
      return (TranslatedConnection) thing;
    }
    throw new RequestException(
        thing == null ? "no connection " + name + " is open" : name + " is no connection");
  }

  Pages result(String name) {
    Object thing = open.get(name);
    if (thing instanceof Pages) {
      return (Pages) thing;
    }
    throw new RequestException(
        thing == null ? "no result " + name + " is open" : name + " is no result");
  }

  /**
   * Closes a connection or a result. A result's handle is free afterwards, even if closing fails; a
   * connection's stays.
   */
  void close(String name) throws Exception {
    Object thing = open.get(name);
    if (thing == null) {
      throw new RequestException("nothing is open under the handle " + name);
    }
    if (thing instanceof Pages) {
      open.remove(name, thing);
    } else {
      closed.add(thing);
    }
    close(thing);
  }

  /** Closes everything, results first, and returns what went wrong. */
  List<Throwable> closeAll() {
    List<Throwable> problems = new ArrayList<>();
    closeAll(Pages.class, problems);
    closeAll(Object.class, problems);
    closed.clear();
    return problems;
  }

  private void closeAll(Class<?> type, List<Throwable> problems) {
    for (String name : new ArrayList<>(open.keySet())) {
      Object thing = open.get(name);
      if (type.isInstance(thing) && open.remove(name, thing)) {
        closeUnlessClosed(thing, problems);
      }
    }
  }

  private void closeUnlessClosed(Object thing, List<Throwable> problems) {
    if (!closed.remove(thing)) {
      try {
        close(thing);
      } catch (Throwable e) {
        problems.add(e);
      }
    }
  }

  private static void close(Object thing) throws Exception {
    if (thing instanceof Pages) {
      ((Pages) thing).close();
    } else {
      ((TranslatedConnection) thing).close();
    }
  }
}
