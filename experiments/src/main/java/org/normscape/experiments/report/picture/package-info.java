/**
 * Drawings as pictures, drawn with XChart: {@link
 * org.normscape.experiments.report.picture.Picture}, as SVG and PNG.
 */
@NullMarked
package org.normscape.experiments.report.picture;

import org.jspecify.annotations.NullMarked;
