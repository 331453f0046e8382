/**
 * What a run measured, brought to other programs. Nothing in the run's own files changes.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.export.Export}
 *   <dd>one such way
 *   <dt>{@code tensorboard}
 *   <dd>event files that TensorBoard reads
 *   <dt>{@code mlflow}
 *   <dd>runs on an MLflow tracking server
 * </dl>
 */
@NullMarked
package org.normscape.experiments.export;

import org.jspecify.annotations.NullMarked;
