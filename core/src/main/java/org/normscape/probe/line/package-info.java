/**
 * The loss along lines: {@link org.normscape.probe.line.Line} from one point in any direction,
 * {@link org.normscape.probe.line.Interpolation} between two points. Santurkar's probe, which
 * compares gradients along the gradient, is in {@link org.normscape.probe.landscape}.
 */
@NullMarked
package org.normscape.probe.line;

import org.jspecify.annotations.NullMarked;
