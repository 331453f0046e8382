/**
 * Schedules of measurements.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.when.Every}
 *   <dd>every so many steps
 *   <dt>{@link org.normscape.probe.when.LogSpaced}
 *   <dd>densely at first, sparsely later
 *   <dt>{@link org.normscape.probe.when.AtSteps}, {@link org.normscape.probe.when.AtStart}, {@link
 *       org.normscape.probe.when.AtEnd}
 *   <dd>at some steps
 *   <dt>{@link org.normscape.probe.when.Crossing}
 *   <dd>when a quantity has crossed a bound
 *   <dt>{@link org.normscape.probe.when.AnyOf}
 *   <dd>whenever one of several says so
 * </dl>
 */
@NullMarked
package org.normscape.probe.when;

import org.jspecify.annotations.NullMarked;
