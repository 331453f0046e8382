package org.normscape.bench.trainer.tensorflow;

import java.util.List;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.math.Mean;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Layers in TensorFlow's own operations, channels last.
 *
 * @param normalization what follows convolutions
 * @param updates collects what moves the running statistics
 */
record RawTensorFlowLayers(Ops tf, Normalization normalization, List<Op> updates) {

  private static final int[][] PADDED = {{0, 0}, {1, 1}, {1, 1}, {0, 0}};

  /**
   * A 3×3 convolution, padded by 1. TensorFlow's own padding is that for steps of 1 alone; with
   * explicit padding its gradients are ten times as slow as on an image that is padded before.
   */
  Operand<TFloat32> convolution(
      Parameters<Variable<TFloat32>> parameters, Operand<TFloat32> x, long stride) {
    List<Long> steps = List.of(1L, stride, stride, 1L);
    Variable<TFloat32> filter = parameters.get("weight");
    Operand<TFloat32> y =
        stride == 1
            ? tf.nn.conv2d(x, filter, steps, "SAME")
            : tf.nn.conv2d(tf.pad(x, tf.constant(PADDED), tf.constant(0f)), filter, steps, "VALID");
    return parameters.byPath().containsKey("bias") ? tf.nn.biasAdd(y, parameters.get("bias")) : y;
  }

  /** A fully connected layer. */
  Operand<TFloat32> dense(Parameters<Variable<TFloat32>> parameters, Operand<TFloat32> x) {
    MatMul<TFloat32> product = tf.linalg.matMul(x, parameters.get("weight"));
    return tf.nn.biasAdd(product, parameters.get("bias"));
  }

  /** The normalization. */
  Operand<TFloat32> normalized(
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> x) {
    if (normalization instanceof BatchNorm norm) {
      return normalized(norm, parameters, state, x);
    }
    return normalization instanceof LayerNorm norm ? normalized(norm, parameters, x) : x;
  }

  private Operand<TFloat32> normalized(
      BatchNorm norm,
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> x) {
    FusedBatchNorm<TFloat32, TFloat32> fused =
        tf.nn.fusedBatchNorm(
            x,
            parameters.get("scale"),
            parameters.get("shift"),
            state.get("mean"),
            state.get("variance"),
            FusedBatchNorm.epsilon((float) norm.epsilon()),
            FusedBatchNorm.exponentialAvgFactor((float) (1 - norm.running().decay())),
            FusedBatchNorm.isTraining(true));
    updates.add(tf.assign(state.get("mean"), fused.batchMean()));
    updates.add(tf.assign(state.get("variance"), fused.batchVariance()));
    return fused.y();
  }

  /**
   * The moments as {@code tf.nn.moments} takes them, where the mean is held constant in the
   * variance, whose derivative in it is 0; then one product and one sum for each element.
   */
  private Operand<TFloat32> normalized(
      LayerNorm norm, Parameters<Variable<TFloat32>> parameters, Operand<TFloat32> x) {
    Operand<TFloat32> mean = meanOfExample(x);
    Operand<TFloat32> variance = meanOfExample(tf.math.squaredDifference(x, tf.stopGradient(mean)));
    Operand<TFloat32> slope =
        tf.math.mul(
            tf.math.rsqrt(tf.math.add(variance, tf.constant((float) norm.epsilon()))),
            parameters.get("scale"));
    Operand<TFloat32> shift = tf.math.sub(parameters.get("shift"), tf.math.mul(mean, slope));
    return tf.math.add(tf.math.mul(x, slope), shift);
  }

  private Operand<TFloat32> meanOfExample(Operand<TFloat32> x) {
    return tf.math.mean(x, tf.constant(new int[] {1, 2, 3}), Mean.keepDims(true));
  }
}
