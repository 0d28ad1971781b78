/**
 * Projections of results: everything that people and programs read is made from events, and can be
 * made again from them.
 *
 * <p>{@code merge} makes one set of results out of many files, {@code marks} says what may be
 * concluded, {@code tables} holds the claims beside the measurements, {@code formats} and {@code
 * html} write it down. A new format is a class that implements {@link
 * dev.tck.reporting.formats.ReportFormat}.
 */
@NullMarked
package dev.tck.reporting;

import org.jspecify.annotations.NullMarked;
