/**
 * Normalizations: records with every convention spelled out.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.Normalization}
 *   <dd>a layer that rescales activations by their own statistics
 * </dl>
 */
@NullMarked
package org.normscape.norm;

import org.jspecify.annotations.NullMarked;
