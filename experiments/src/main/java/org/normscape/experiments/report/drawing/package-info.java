/**
 * Figures as they are drawn: data that a picture and a page render alike.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.drawing.Drawing}
 *   <dd>panels under one title and one legend
 *   <dt>{@link org.normscape.experiments.report.drawing.Panel}
 *   <dd>tiles, areas and curves over one pair of axes
 *   <dt>{@link org.normscape.experiments.report.drawing.Ticks}
 *   <dd>which places of an axis are labelled
 *   <dt>{@link org.normscape.experiments.report.drawing.Palette}
 *   <dd>colours, dashes and markers
 *   <dt>{@link org.normscape.experiments.report.drawing.Findings}
 *   <dd>what a drawing shows, in words
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.drawing;

import org.jspecify.annotations.NullMarked;
