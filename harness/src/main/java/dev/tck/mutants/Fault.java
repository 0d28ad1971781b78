package dev.tck.mutants;

import dev.tck.adapter.AdapterChannel;
import java.util.function.UnaryOperator;

/**
 * A seeded fault.
 *
 * @param id is what scenarios name in {@code @killed-by:ID}
 * @param title says what goes wrong
 * @param seed makes a right connector wrong
 */
public record Fault(String id, String title, UnaryOperator<AdapterChannel> seed) {}
