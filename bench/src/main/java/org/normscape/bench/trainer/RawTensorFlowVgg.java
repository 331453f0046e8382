package org.normscape.bench.trainer;

import java.util.List;
import org.normscape.model.Vgg;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.params.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.math.Mean;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * {@link Vgg} in TensorFlow's own operations.
 *
 * @param updates collects what moves the running statistics
 */
record RawTensorFlowVgg(Ops tf, Vgg vgg, List<Op> updates) {

  private static final List<Long> ONES = List.of(1L, 1L, 1L, 1L);

  /** The logits {@code [n, classes]} of images {@code [n,h,w,c]}. */
  Operand<TFloat32> logits(
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> images) {
    Operand<TFloat32> x = images;
    int layer = 1;
    for (int convolutions : VggPlan.of(vgg).convolutionsByBlock()) {
      for (int i = 0; i < convolutions; i++) {
        x = convolution(parameters.under("conv" + layer), x);
        String norm = "norm" + layer++;
        x = tf.nn.relu(normalized(parameters.under(norm), state.under(norm), x));
      }
      x = tf.nn.maxPool(x, square(), square(), "VALID");
    }
    x = tf.reshape(x, tf.constant(new long[] {x.shape().get(0), -1}));
    int last = VggPlan.of(vgg).denseLayers();
    for (int i = 1; i <= last; i++) {
      x = dense(parameters.under("dense" + i), x);
      x = i < last ? tf.nn.relu(x) : x;
    }
    return x;
  }

  private Operand<TInt32> square() {
    return tf.constant(new int[] {1, 2, 2, 1});
  }

  private Operand<TFloat32> convolution(
      Parameters<Variable<TFloat32>> parameters, Operand<TFloat32> x) {
    return tf.nn.biasAdd(
        tf.nn.conv2d(x, parameters.get("weight"), ONES, "SAME"), parameters.get("bias"));
  }

  private Operand<TFloat32> dense(Parameters<Variable<TFloat32>> parameters, Operand<TFloat32> x) {
    MatMul<TFloat32> product = tf.linalg.matMul(x, parameters.get("weight"));
    return tf.nn.biasAdd(product, parameters.get("bias"));
  }

  private Operand<TFloat32> normalized(
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> x) {
    if (vgg.normalization() instanceof BatchNorm norm) {
      return normalized(norm, parameters, state, x);
    }
    return vgg.normalization() instanceof LayerNorm norm ? normalized(norm, parameters, x) : x;
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
            FusedBatchNorm.exponentialAvgFactor((float) (1 - norm.decay())),
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
