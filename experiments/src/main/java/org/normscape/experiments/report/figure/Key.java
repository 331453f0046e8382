package org.normscape.experiments.report.figure;

/**
 * A value of a dimension.
 *
 * @param name how readers read it
 * @param place where it stands on an axis
 */
public record Key(String name, double place) {}
