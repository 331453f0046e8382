/**
 * Layers as they stand in the program of an objective: what flows in, what flows out, what it is
 * multiplied with. Probes that need more than the activations of a network find it here.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.structure.Written}
 *   <dd>an objective written into a program, and its parts
 *   <dt>{@link org.normscape.probe.structure.LinearUse}
 *   <dd>a weight and what it multiplies
 *   <dt>{@link org.normscape.probe.structure.BatchNormUse}
 *   <dd>a batch normalization and what it normalizes
 *   <dt>{@link org.normscape.probe.structure.ResidualUse}
 *   <dd>a branch and the shortcut around it
 * </dl>
 */
@NullMarked
package org.normscape.probe.structure;

import org.jspecify.annotations.NullMarked;
