/**
 * Randomness: a counter-based generator, and streams named by what they are for.
 *
 * <dl>
 *   <dt>{@link org.normscape.random.RandomStream}
 *   <dd>uniform and normal numbers and permutations, the same on every machine
 *   <dt>{@link org.normscape.random.Philox}
 *   <dd>the generator behind it
 *   <dt>{@link org.normscape.random.RandomWords}, {@link org.normscape.random.UniformNumbers},
 *       {@link org.normscape.random.NormalNumbers}
 *   <dd>words by their place and numbers made of them, in bulk: for noise
 * </dl>
 */
@NullMarked
package org.normscape.random;

import org.jspecify.annotations.NullMarked;
