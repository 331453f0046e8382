/**
 * Where in a network a normalization acts.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.place.Unit}
 *   <dd>a linear layer with what follows it
 *   <dt>{@link org.normscape.norm.place.Placement}
 *   <dd>before or after the activation function, and at which units
 *   <dt>{@link org.normscape.norm.place.Sites}
 *   <dd>which of the units: {@link org.normscape.norm.place.EverySite}, {@link
 *       org.normscape.norm.place.LastSite}
 * </dl>
 */
@NullMarked
package org.normscape.norm.place;

import org.jspecify.annotations.NullMarked;
