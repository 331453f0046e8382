/**
 * What a report says of runs: their facts, the table that sums them up, the verdicts on their
 * claims and the figures that their configurations ask for.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.study.Study}
 *   <dd>one run, or several side by side
 *   <dt>{@link org.normscape.experiments.report.study.Reported}
 *   <dd>what a run's configuration says about its report
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.study;

import org.jspecify.annotations.NullMarked;
