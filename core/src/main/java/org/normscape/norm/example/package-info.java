/**
 * Normalizations by statistics within one example.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.example.RmsNorm}, {@link org.normscape.norm.example.ScaleNorm},
 *       {@link org.normscape.norm.example.SeeDNorm}, {@link
 *       org.normscape.norm.example.PartialRmsNorm}
 *   <dd>by the size of an example or place, its mean left as it is
 *   <dt>{@link org.normscape.norm.example.InstanceNorm}, {@link
 *       org.normscape.norm.example.GroupNorm}, {@link org.normscape.norm.example.PositionalNorm},
 *       {@link org.normscape.norm.example.AdaNorm}
 *   <dd>each channel, each group of channels, each place
 * </dl>
 */
@NullMarked
package org.normscape.norm.example;

import org.jspecify.annotations.NullMarked;
