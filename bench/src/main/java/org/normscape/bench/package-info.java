/**
 * How right, how lean and how fast Normscape is, measured next to its peers.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.Bench}
 *   <dd>the command line of the questions that are whole runs
 *   <dt>{@link org.normscape.bench.AccuracyWitness}
 *   <dd>does training give what libtorch gives?
 *   <dt>{@link org.normscape.bench.MemoryCurve}
 *   <dd>does memory grow over ten thousand steps?
 *   <dt>{@link org.normscape.bench.StepBenchmark}
 *   <dd>how long does a training step take?
 *   <dt>{@link org.normscape.bench.ProbeBenchmark}
 *   <dd>what does a probe cost beyond its gradients?
 *   <dt>{@link org.normscape.bench.DispatchBenchmark}
 *   <dd>what does an operation cost before it computes anything?
 * </dl>
 */
@NullMarked
package org.normscape.bench;

import org.jspecify.annotations.NullMarked;
