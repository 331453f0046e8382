/**
 * Runs on an MLflow tracking server.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.export.mlflow.Mlflow}
 *   <dd>one run there for a run, and within it one for each of its tasks
 * </dl>
 */
@NullMarked
package org.normscape.experiments.export.mlflow;

import org.jspecify.annotations.NullMarked;
