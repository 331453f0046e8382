/**
 * Sentences of papers as predicates over what was measured, and how they are judged.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.claim.Claim}
 *   <dd>a sentence, the effect that it claims and the region in which it must lie
 *   <dt>{@link org.normscape.experiments.claim.Judge}, {@link
 *       org.normscape.experiments.claim.Verdict}
 *   <dd>what a run says about it, with the reason
 *   <dt>{@link org.normscape.experiments.claim.Plateau}
 *   <dd>the rule by which a network has learned nothing
 *   <dt>{@code effect}
 *   <dd>the kinds of effects, and their intervals over seeds
 *   <dt>{@code evidence}
 *   <dd>which numbers of a run an effect is computed from
 * </dl>
 */
@NullMarked
package org.normscape.experiments.claim;

import org.jspecify.annotations.NullMarked;
