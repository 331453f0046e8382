/**
 * Holding runs against each other: what is equal, what is close enough, and where the first
 * difference comes from.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.verify.RecordedRun}
 *   <dd>a finished run, read back with its fingerprints
 *   <dt>{@link org.normscape.experiments.verify.Place}
 *   <dd>the first place where two runs differ, bit by bit
 *   <dt>{@link org.normscape.experiments.verify.Gap}
 *   <dd>how far two runs are apart, at one step, relative to the values
 *   <dt>{@link org.normscape.experiments.verify.Closeness}
 *   <dd>whether they are as near as each quantity asks
 *   <dt>{@link org.normscape.experiments.verify.FirstDifference}
 *   <dd>the equation behind a difference, found by doing the work again
 * </dl>
 */
@NullMarked
package org.normscape.experiments.verify;

import org.jspecify.annotations.NullMarked;
