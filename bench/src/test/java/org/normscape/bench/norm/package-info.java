/**
 * Tests of normalizations against libtorch.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.norm.Witnessed}
 *   <dd>a layer of ours beside the same layer in that language, each with its derivatives
 *   <dt>{@link org.normscape.bench.norm.LibtorchWitnessTest}
 *   <dd>which layers, and how closely they agree
 * </dl>
 */
@NullMarked
package org.normscape.bench.norm;

import org.jspecify.annotations.NullMarked;
