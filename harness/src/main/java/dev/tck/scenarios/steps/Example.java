package dev.tck.scenarios.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a step as it stands in a feature file, and says what it does; {@code tck steps} prints
 * both.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Example {
  /** Returns the step as written, with its table or text if it has one. */
  String value();

  /** Returns what the step does, in a sentence. */
  String does();
}
