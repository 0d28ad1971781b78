/**
 * The report as one page of HTML that needs nothing but itself: tables and lists are in the page,
 * what a reader opens and filters comes from data inside of it.
 */
@NullMarked
package dev.tck.reporting.html;

import org.jspecify.annotations.NullMarked;
