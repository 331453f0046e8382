package org.normscape.probe;

/**
 * How a quantity becomes one number in a table: a statistic over the steps of a run.
 *
 * @param statistic over the steps
 * @param label what the number is called in the table, such as {@code training loss, last}
 */
public record Summary(Statistic statistic, String label) {}
