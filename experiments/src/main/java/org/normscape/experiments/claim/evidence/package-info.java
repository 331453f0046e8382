/**
 * What claims are judged by: the numbers of a run, and which of them a claim is about.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.claim.evidence.Selection}
 *   <dd>numbers of a quantity, and how they become one
 *   <dt>{@link org.normscape.experiments.claim.evidence.Evidence}
 *   <dd>what a run has measured from one seed
 *   <dt>{@link org.normscape.experiments.claim.evidence.CellSettings}
 *   <dd>what its networks were set to
 *   <dt>{@link org.normscape.experiments.claim.evidence.Measurable}
 *   <dd>what an experiment will measure, against which a claim is checked before a run
 * </dl>
 */
@NullMarked
package org.normscape.experiments.claim.evidence;

import org.jspecify.annotations.NullMarked;
