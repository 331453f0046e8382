/**
 * Event files that TensorBoard reads.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.export.tensorboard.TensorBoard}
 *   <dd>a folder of them for a run
 * </dl>
 */
@NullMarked
package org.normscape.experiments.export.tensorboard;

import org.jspecify.annotations.NullMarked;
