/**
 * What many runs say together.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.overview.Shelf}
 *   <dd>the runs in folders, and the latest of each kind
 *   <dt>{@link org.normscape.experiments.report.overview.JudgedRun}
 *   <dd>a run with the verdicts on its claims
 *   <dt>{@link org.normscape.experiments.report.overview.ClaimsOverview}
 *   <dd>the claims of all, as text and as JSON
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.overview;

import org.jspecify.annotations.NullMarked;
