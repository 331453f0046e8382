/**
 * Probes of the spectrum: the ends, the trace of the whole and of blocks, the density, and how much
 * of the gradient lies in the top eigenspace.
 */
@NullMarked
package org.normscape.probe.curvature.spectrum;

import org.jspecify.annotations.NullMarked;
