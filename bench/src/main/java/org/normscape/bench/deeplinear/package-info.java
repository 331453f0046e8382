/**
 * Training steps of the deep linear network of Santurkar et al. (2018), section 2, by every
 * contender: a hundred operations on matrices so small that what is measured is dispatch.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.deeplinear.DeepLinearTask}
 *   <dd>what all of them compute
 *   <dt>{@link org.normscape.bench.deeplinear.DeepLinearStep}
 *   <dd>one of them at it
 *   <dt>{@code LibtorchDeepLinear}, {@code RawTensorFlowDeepLinear}, {@code RawNd4jDeepLinear}
 *   <dd>the rivals, written by hand
 * </dl>
 */
@NullMarked
package org.normscape.bench.deeplinear;

import org.jspecify.annotations.NullMarked;
