/**
 * A run: where it is kept, what it measured, how it came about, how far it is.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.run.RunDirectory}
 *   <dd>the folder of one run
 *   <dt>{@link org.normscape.experiments.run.RunLog}
 *   <dd>what is measured, a line at a time
 *   <dt>{@link org.normscape.experiments.run.Provenance}
 *   <dd>everything that may have changed the numbers
 *   <dt>{@link org.normscape.experiments.run.Experiment}
 *   <dd>what is carried out
 *   <dt>{@link org.normscape.experiments.run.Task}
 *   <dd>one network of a run, trained from one seed
 *   <dt>{@link org.normscape.experiments.run.record}, {@link org.normscape.experiments.run.file}
 *   <dd>what tasks record, and how files are written
 *   <dt>{@link org.normscape.experiments.run.progress}
 *   <dd>what someone who waits is told
 * </dl>
 */
@NullMarked
package org.normscape.experiments.run;

import org.jspecify.annotations.NullMarked;
