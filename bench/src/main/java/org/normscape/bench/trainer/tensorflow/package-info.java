/**
 * Training by a TensorFlow graph that is written by hand.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.trainer.tensorflow.RawTensorFlowTrainer}
 *   <dd>a training
 *   <dt>{@link org.normscape.bench.trainer.tensorflow.RawTensorFlowNetwork}
 *   <dd>a network as a graph
 * </dl>
 */
@NullMarked
package org.normscape.bench.trainer.tensorflow;

import org.jspecify.annotations.NullMarked;
