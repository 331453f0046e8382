/**
 * Surfaces of a run as files that other programs draw: {@link
 * org.normscape.experiments.report.surface.Surfaces}.
 */
@NullMarked
package org.normscape.experiments.report.surface;

import org.jspecify.annotations.NullMarked;
