/**
 * What is drawn for layers at each step.
 *
 * <dl>
 *   <dt>{@link org.normscape.nn.noise.Noise}
 *   <dd>draws it, by seed, step and path
 *   <dt>{@link org.normscape.nn.noise.NoiseArrays}
 *   <dd>that of one step on a device
 *   <dt>{@link org.normscape.nn.noise.NoiseSpec}
 *   <dd>what a layer asks for: a shape and a {@link org.normscape.nn.noise.NoiseDistribution}
 *   <dt>{@link org.normscape.nn.noise.NormalNoise}, {@link org.normscape.nn.noise.UniformNoise}
 *   <dd>independent numbers
 *   <dt>{@link org.normscape.nn.noise.ChannelNoise}
 *   <dd>numbers around a level of each channel
 * </dl>
 */
@NullMarked
package org.normscape.nn.noise;

import org.jspecify.annotations.NullMarked;
