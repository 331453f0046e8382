/**
 * The grammar of figures: what an experiment's file says of a figure, and how numbers become one.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.figure.Figure}
 *   <dd>panels of plots under one title, as configured
 *   <dt>{@link org.normscape.experiments.report.figure.Plot}
 *   <dd>one way to draw quantities; the package {@code plot} has them all
 *   <dt>{@link org.normscape.experiments.report.figure.Arrangement}
 *   <dd>what runs along the axes, what colours tell apart and what has a panel each
 *   <dt>{@link org.normscape.experiments.report.figure.Table}
 *   <dd>numbers that can be taken apart along dimensions
 *   <dt>{@link org.normscape.experiments.report.figure.CurvePanels}, {@link
 *       org.normscape.experiments.report.figure.GridPanels}
 *   <dd>panels of curves, and of colours over a plane
 *   <dt>{@link org.normscape.experiments.report.figure.Track}
 *   <dd>points that are joined on a surface
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.figure;

import org.jspecify.annotations.NullMarked;
