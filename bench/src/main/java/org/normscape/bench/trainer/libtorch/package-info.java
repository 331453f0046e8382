/**
 * Training by libtorch, through DJL: the independent witness.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.trainer.libtorch.LibtorchTrainer}
 *   <dd>a training by libtorch
 *   <dt>{@link org.normscape.bench.trainer.libtorch.LibtorchNormalizations}
 *   <dd>which of our normalizations it has
 *   <dt>{@link org.normscape.bench.trainer.libtorch.TorchScript}
 *   <dd>a function in libtorch's own language
 *   <dt>{@link org.normscape.bench.trainer.libtorch.Libtorch}
 *   <dd>libtorch itself
 * </dl>
 */
@NullMarked
package org.normscape.bench.trainer.libtorch;

import org.jspecify.annotations.NullMarked;
