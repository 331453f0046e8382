/**
 * What a report says of runs: their facts, the table that sums them up, the verdicts on their
 * claims and the figures that their configurations ask for.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.study.Study}
 *   <dd>one run, or several side by side
 *   <dt>{@link org.normscape.experiments.report.study.Claims}
 *   <dd>judges an experiment's claims from what was measured
 *   <dt>{@link org.normscape.experiments.report.study.Verdict}
 *   <dd>whether a run reproduces a claim, over its seeds, with the effect size
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.study;

import org.jspecify.annotations.NullMarked;
