package org.normscape.experiments.report.figure;

/** A colour as {@code #RRGGBB}: one to draw with on white, and one on a dark page. */
public record Ink(String light, String dark) {}
