package org.normscape.bench.trainer.tensorflow;

import org.normscape.bench.trainer.VggPlan;
import org.normscape.model.Vgg;
import org.normscape.params.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** {@link Vgg} in TensorFlow's own operations. */
record RawTensorFlowVgg(Vgg vgg, RawTensorFlowLayers layers) implements RawTensorFlowNetwork {

  @Override
  public Operand<TFloat32> logits(
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> images) {
    Ops tf = layers.tf();
    Operand<TFloat32> x = images;
    int layer = 1;
    for (int convolutions : VggPlan.of(vgg).convolutionsByBlock()) {
      for (int i = 0; i < convolutions; i++) {
        x = layers.convolution(parameters.under("conv" + layer), x, 1);
        String norm = "norm" + layer++;
        x = tf.nn.relu(layers.normalized(parameters.under(norm), state.under(norm), x));
      }
      x = tf.nn.maxPool(x, square(tf), square(tf), "VALID");
    }
    x = tf.reshape(x, tf.constant(new long[] {x.shape().get(0), -1}));
    int last = VggPlan.of(vgg).denseLayers();
    for (int i = 1; i <= last; i++) {
      x = layers.dense(parameters.under("dense" + i), x);
      x = i < last ? tf.nn.relu(x) : x;
    }
    return x;
  }

  private static Operand<TInt32> square(Ops tf) {
    return tf.constant(new int[] {1, 2, 2, 1});
  }
}
