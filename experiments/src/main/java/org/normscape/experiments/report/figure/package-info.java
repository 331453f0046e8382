/**
 * Figures as data, and the pictures drawn from them.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.figure.Figure}
 *   <dd>panels of lines and bands
 *   <dt>{@link org.normscape.experiments.report.figure.FigureKind}
 *   <dd>how metrics become a figure; {@link org.normscape.experiments.report.figure.FigureKinds}
 *       names them all
 *   <dt>{@link org.normscape.experiments.report.figure.Picture}
 *   <dd>a figure drawn with XChart, as SVG and PNG
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.figure;

import org.jspecify.annotations.NullMarked;
