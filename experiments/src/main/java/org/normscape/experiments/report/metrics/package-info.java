/**
 * What a run left behind, as it is read back: nothing here computes anything a run has measured.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.metrics.RunRecord}
 *   <dd>a run directory: its configuration, its provenance and its metrics
 *   <dt>{@link org.normscape.experiments.report.metrics.Metrics}
 *   <dd>the measured values, by cell, seed, metric and whatever else a metric varies with
 *   <dt>{@link org.normscape.experiments.report.metrics.QuantitiesFile}
 *   <dd>what the names of metrics mean, as the run declared it
 *   <dt>{@link org.normscape.experiments.report.metrics.RunDigest}
 *   <dd>the SHA-256 of all of it
 *   <dt>{@link org.normscape.experiments.report.metrics.Spread}
 *   <dd>the median and the extremes over seeds
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.metrics;

import org.jspecify.annotations.NullMarked;
