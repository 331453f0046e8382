/**
 * Carrying out the tasks of an experiment: each is one cell for one seed.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.task.Blueprints}
 *   <dd>whether an experiment can be carried out, before anything is
 *   <dt>{@link org.normscape.experiments.task.ExperimentRun}
 *   <dd>all tasks, one after the other
 *   <dt>{@link org.normscape.experiments.task.Worker}
 *   <dd>whoever carries out tasks, here or on another machine
 *   <dt>{@link org.normscape.experiments.task.Replica}
 *   <dd>a backend on which each step is done again
 * </dl>
 */
@NullMarked
package org.normscape.experiments.task;

import org.jspecify.annotations.NullMarked;
