/**
 * Normalizations: records with every convention spelled out.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.Normalization}
 *   <dd>a layer that rescales activations by their own statistics
 *   <dt>{@link org.normscape.norm.BatchNorm}
 *   <dd>by those of each channel over the batch
 *   <dt>{@link org.normscape.norm.LayerNorm}
 *   <dd>by those of each example over all its elements
 *   <dt>{@link org.normscape.norm.None}
 *   <dd>none, for comparison
 * </dl>
 */
@NullMarked
package org.normscape.norm;

import org.jspecify.annotations.NullMarked;
