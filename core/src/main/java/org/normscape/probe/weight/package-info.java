/**
 * Each parameter by itself.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.weight.GradientTails}
 *   <dd>how heavy the tails of its gradient are
 *   <dt>{@link org.normscape.probe.weight.EffectiveRate}
 *   <dd>how fast it turns
 * </dl>
 */
@NullMarked
package org.normscape.probe.weight;

import org.jspecify.annotations.NullMarked;
