/**
 * What theorems say of batch normalization, on live networks: term by term, with equality where
 * there is one and counts of violations where there is not (Santurkar et al., NeurIPS 2018, section
 * 4, in a corrected form).
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.theory.LipschitzTheorem}
 *   <dd>the probe of Theorem 4.1 and of Observation 4.3: the length of the gradient
 *   <dt>{@link org.normscape.probe.theory.MinimaxTheorem}
 *   <dd>the probe of Theorem 4.4: the largest gradient in the weights over inputs of one size
 *   <dt>{@link org.normscape.probe.theory.SmoothnessTheorem}
 *   <dd>the probe of Theorem 4.2: the curvature along the gradient
 *   <dt>{@link org.normscape.probe.theory.DistanceFromStart}
 *   <dd>the probe of Lemma 4.5: how far from initialization a solution is
 *   <dt>{@link org.normscape.probe.theory.ScaleInvariance}
 *   <dd>the probe of what the lemma rests on: whether the scale of weights matters
 * </dl>
 */
@NullMarked
package org.normscape.probe.theory;

import org.jspecify.annotations.NullMarked;
