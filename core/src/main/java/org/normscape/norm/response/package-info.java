/**
 * Normalizations by the response of neighbours: of channels, of places, of whole maps.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.response.LocalResponseNorm}
 *   <dd>by neighbouring channels
 *   <dt>{@link org.normscape.norm.response.DivisiveNorm}
 *   <dd>by neighbouring places
 *   <dt>{@link org.normscape.norm.response.FilterResponseNorm}, {@link
 *       org.normscape.norm.response.GlobalResponseNorm}
 *   <dd>by the lengths of whole channels
 *   <dt>{@link org.normscape.norm.response.ThresholdedLinear}
 *   <dd>the activation function that belongs to the first of them
 * </dl>
 */
@NullMarked
package org.normscape.norm.response;

import org.jspecify.annotations.NullMarked;
