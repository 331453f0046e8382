/**
 * Probes: measurements of an objective around a point, which change nothing they are given.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.Probe}
 *   <dd>a record that says what is measured, {@link org.normscape.probe.When when}, and what has to
 *       be known for it
 *   <dt>{@link org.normscape.probe.Instrument}
 *   <dd>a probe prepared for a {@link org.normscape.probe.Site}; it measures a {@link
 *       org.normscape.probe.Situation} and gives a {@link org.normscape.probe.Measurement}
 *   <dt>{@link org.normscape.probe.Quantity}
 *   <dd>the one declaration of a number that is measured; a {@link org.normscape.probe.Reading} is
 *       such a number
 *   <dt>{@link org.normscape.probe.ProbeSession}
 *   <dd>one probe used by itself
 * </dl>
 *
 * <p>One package a kind: {@link org.normscape.probe.landscape}, {@link org.normscape.probe.line},
 * {@link org.normscape.probe.plane}, {@link org.normscape.probe.sharpness}, {@link
 * org.normscape.probe.curvature}, {@link org.normscape.probe.shift}, {@link
 * org.normscape.probe.activation}, {@link org.normscape.probe.distribution}, {@link
 * org.normscape.probe.signal}, {@link org.normscape.probe.weight}, {@link
 * org.normscape.probe.theory}. What they share: {@link org.normscape.probe.structure} finds layers
 * in the program of an objective, {@link org.normscape.probe.when} has the schedules, {@link
 * org.normscape.probe.direction} directions and the loss along them, {@link
 * org.normscape.probe.grid} places on an axis.
 */
@NullMarked
package org.normscape.probe;

import org.jspecify.annotations.NullMarked;
