/**
 * How right, how lean and how fast Normscape is, measured next to its peers.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.Bench}
 *   <dd>the command line
 *   <dt>{@link org.normscape.bench.Worker}
 *   <dd>the process in which one case is measured
 *   <dt>{@link org.normscape.bench.AccuracyWitness}
 *   <dd>does training give what libtorch gives?
 *   <dt>{@link org.normscape.bench.MemoryCurve}
 *   <dd>does memory grow over ten thousand steps?
 *   <dt>{@link org.normscape.bench.NumericsDrift}
 *   <dd>how long do precise and exact stay together?
 *   <dt>{@link org.normscape.bench.DispatchBenchmark}
 *   <dd>what does dispatch cost the Java virtual machine?
 * </dl>
 */
@NullMarked
package org.normscape.bench;

import org.jspecify.annotations.NullMarked;
