/**
 * The adapter protocol, version 1: messages, their JSON Schema, and the supervision of adapter
 * processes.
 *
 * <p>An adapter is a child process that translates requests into calls of one connector; {@code
 * docs/adapters.md} specifies the protocol for its authors.
 */
@NullMarked
package dev.tck.adapter;

import org.jspecify.annotations.NullMarked;
