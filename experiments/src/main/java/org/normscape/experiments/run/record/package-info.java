/**
 * What a task records while it goes on.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.run.record.TaskLog}
 *   <dd>what is measured, and fingerprints of the network
 *   <dt>{@link org.normscape.experiments.run.record.Metric}
 *   <dd>one number that was measured
 *   <dt>{@link org.normscape.experiments.run.record.RowJournal}
 *   <dd>the rows of long measurements
 *   <dt>{@link org.normscape.experiments.run.record.Watched}
 *   <dd>what schedules look back at
 * </dl>
 */
@NullMarked
package org.normscape.experiments.run.record;

import org.jspecify.annotations.NullMarked;
