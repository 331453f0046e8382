/**
 * Estimates of traces and diagonals from products with random vectors.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.trace.TraceEstimator}
 *   <dd>from an operator to an {@link org.normscape.linalg.trace.Estimate}
 *   <dt>{@link org.normscape.linalg.trace.Hutchinson}
 *   <dd>of the trace, of its parts, of the diagonal and of the Frobenius norm
 *   <dt>{@link org.normscape.linalg.trace.HutchPlusPlus}, {@link org.normscape.linalg.trace.XTrace}
 *   <dd>with the large eigenvalues taken out first
 * </dl>
 */
@NullMarked
package org.normscape.linalg.trace;

import org.jspecify.annotations.NullMarked;
