/**
 * Experiments as data: HOCON files bound to records, every value checked.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.spec.ExperimentSpec}
 *   <dd>everything that decides what a run does
 *   <dt>{@link org.normscape.experiments.spec.Catalog}
 *   <dd>the experiments there are, at each scale, with overrides
 *   <dt>{@link org.normscape.experiments.spec.SpecJson}
 *   <dd>what decides, as JSON, and back
 * </dl>
 */
@NullMarked
package org.normscape.experiments.spec;

import org.jspecify.annotations.NullMarked;
