package dev.tck.targets;

import java.util.Objects;

/** Finds in an exception what a user wants to know. */
final class Causes {
  private Causes() {}

  /** Returns the first line of the message of the exception that started it all. */
  static String deepest(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getName());
    return message.lines().findFirst().orElse(cause.getClass().getName());
  }
}
