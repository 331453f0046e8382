/**
 * Who writes a run: one process at a time.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.run.lock.RunLock}
 *   <dd>the right to write a run's folder
 *   <dt>{@link org.normscape.experiments.run.lock.Owner}
 *   <dd>the process that has it
 * </dl>
 */
@NullMarked
package org.normscape.experiments.run.lock;

import org.jspecify.annotations.NullMarked;
