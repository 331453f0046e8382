/**
 * What a task keeps while it goes on, so that it can go on elsewhere and later.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.run.checkpoint.Checkpoint}
 *   <dd>a task after some updates
 *   <dt>{@link org.normscape.experiments.run.checkpoint.Checkpoints}
 *   <dd>those of one task, in its folder
 *   <dt>{@link org.normscape.experiments.run.checkpoint.Stop}
 *   <dd>somebody's wish that a run ends early
 * </dl>
 */
@NullMarked
package org.normscape.experiments.run.checkpoint;

import org.jspecify.annotations.NullMarked;
