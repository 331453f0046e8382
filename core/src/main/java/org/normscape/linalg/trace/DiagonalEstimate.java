package org.normscape.linalg.trace;

import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/**
 * The diagonal of an operator, estimated from random samples.
 *
 * @param value the diagonal, as a vector
 * @param standardErrors that of each of its elements: see {@link Estimate}. Beside elements much
 *     larger than they are it is rounding
 * @param products how often the operator was applied
 */
public record DiagonalEstimate(
    Parameters<Array> value, Parameters<double[]> standardErrors, int products) {}
