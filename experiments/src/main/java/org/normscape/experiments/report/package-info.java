/**
 * Reports on runs: pictures, one page that works offline, and a summary for the terminal. A report
 * reads what a run has measured and computes none of it again.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.Reports}
 *   <dd>writes the report of a run, or of several side by side
 *   <dt>{@link org.normscape.experiments.report.Claims}
 *   <dd>judges an experiment's claims from what was measured
 *   <dt>{@link org.normscape.experiments.report.Verdict}
 *   <dd>whether a run reproduces a claim, over its seeds, with the effect size
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report;

import org.jspecify.annotations.NullMarked;
