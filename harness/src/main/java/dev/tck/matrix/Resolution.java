package dev.tck.matrix;

import java.time.LocalDate;

/**
 * Says how a literal that names no version, such as {@code Latest}, was turned into one.
 *
 * @param asOf is the day for which it is true
 * @param how is where it was looked up
 */
public record Resolution(LocalDate asOf, String how) {}
