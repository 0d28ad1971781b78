/**
 * Supervision of adapter processes: start, deadlines, thread dumps, kills, restarts, evidence.
 *
 * <p>Whatever an adapter does, a request ends: with a reply or with an {@link
 * dev.tck.adapter.AdapterException} that tells crash, hang and broken protocol apart.
 */
@NullMarked
package dev.tck.adapter.process;

import org.jspecify.annotations.NullMarked;
