package org.normscape.experiments.report.drawing;

/**
 * A colour as {@code #RRGGBB}: one to draw with on white, and one on a dark page.
 *
 * @param light the colour on white
 * @param dark the colour on a dark page
 */
public record Ink(String light, String dark) {}
