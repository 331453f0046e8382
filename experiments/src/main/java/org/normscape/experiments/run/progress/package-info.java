/**
 * What someone who waits for a run is told.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.run.progress.Progress}
 *   <dd>how far a run is; quiet, as lines or as bars
 *   <dt>{@link org.normscape.experiments.run.progress.ProgressBars}
 *   <dd>bars with the time left, for a terminal
 *   <dt>{@link org.normscape.experiments.run.progress.ProgressLines}
 *   <dd>plain lines elsewhere
 *   <dt>{@link org.normscape.experiments.run.progress.Paced}
 *   <dd>progress of cells whose steps take longer in some than in others
 *   <dt>{@link org.normscape.experiments.run.progress.ForwardingProgress}
 *   <dd>progress around another one
 * </dl>
 */
@NullMarked
package org.normscape.experiments.run.progress;

import org.jspecify.annotations.NullMarked;
