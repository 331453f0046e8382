package org.normscape.experiments.claim.evidence;

import org.normscape.experiments.report.metrics.Metrics;

/**
 * What a run has measured from one seed.
 *
 * @param metrics everything that the run has measured
 * @param settings what its networks were set to
 * @param seed the seed
 */
public record Evidence(Metrics metrics, CellSettings settings, long seed) {}
