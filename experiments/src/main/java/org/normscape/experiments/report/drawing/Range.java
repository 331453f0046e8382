package org.normscape.experiments.report.drawing;

/**
 * From where to where something goes.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Range(double low, double high) {}
