/**
 * Training one network with several engines, from the same numbers, on the same batches.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.trainer.Setting}
 *   <dd>what is trained and how
 *   <dt>{@link org.normscape.bench.trainer.Network}
 *   <dd>the network, for every engine to write down
 *   <dt>{@link org.normscape.bench.trainer.Engine}
 *   <dd>who can do it
 *   <dt>{@link org.normscape.bench.trainer.Trainer}
 *   <dd>an engine that does it; a {@link org.normscape.bench.trainer.TestedTrainer} can be tested
 *   <dt>{@link org.normscape.bench.trainer.NormscapeTrainer}
 *   <dd>Normscape on one of its backends
 *   <dt>{@link org.normscape.bench.trainer.libtorch.LibtorchTrainer}
 *   <dd>libtorch through DJL, the independent witness
 *   <dt>{@link org.normscape.bench.trainer.libtorch.Libtorch}
 *   <dd>libtorch itself
 *   <dt>{@code Dl4jTrainer}
 *   <dd>DL4J
 *   <dt>{@link org.normscape.bench.trainer.tensorflow}, {@link org.normscape.bench.trainer.nd4j}
 *   <dd>the backends' libraries without Normscape, as one would write by hand
 * </dl>
 */
@NullMarked
package org.normscape.bench.trainer;

import org.jspecify.annotations.NullMarked;
