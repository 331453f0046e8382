package org.normscape.bench.trainer.tensorflow;

import java.util.stream.LongStream;
import org.normscape.bench.trainer.ResNetPlan;
import org.normscape.model.ResNet;
import org.normscape.params.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.StridedSlice;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** {@link ResNet} in TensorFlow's own operations. */
record RawTensorFlowResNet(ResNet resNet, RawTensorFlowLayers layers)
    implements RawTensorFlowNetwork {

  @Override
  public Operand<TFloat32> logits(
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> images) {
    Ops tf = layers.tf();
    Operand<TFloat32> x = tf.nn.relu(unit("1", parameters, state, images, 1));
    for (ResNetPlan.Block block : ResNetPlan.of(resNet)) {
      String path = "block" + block.number();
      x = block(parameters.under(path), state.under(path), x, block);
    }
    return layers.dense(parameters.under("dense"), tf.math.mean(x, tf.constant(new int[] {1, 2})));
  }

  private Operand<TFloat32> block(
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> x,
      ResNetPlan.Block block) {
    Ops tf = layers.tf();
    Operand<TFloat32> inner = tf.nn.relu(unit("1", parameters, state, x, block.stride()));
    Operand<TFloat32> branch = unit("2", parameters, state, inner, 1);
    Operand<TFloat32> shortcut = block.stride() == 1 ? x : shortcut(x, block.channels());
    return tf.nn.relu(tf.math.add(branch, shortcut));
  }

  private Operand<TFloat32> unit(
      String number,
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> x,
      int stride) {
    Operand<TFloat32> y = layers.convolution(parameters.under("conv" + number), x, stride);
    String norm = "norm" + number;
    return layers.normalized(parameters.under(norm), state.under(norm), y);
  }

  /** Every second row and column, and zeros for the channels that are new: option A. */
  private Operand<TFloat32> shortcut(Operand<TFloat32> x, int channels) {
    Ops tf = layers.tf();
    int[] shape = LongStream.of(x.shape().asArray()).mapToInt(Math::toIntExact).toArray();
    StridedSlice<TFloat32> places =
        tf.stridedSlice(
            x,
            tf.constant(new int[] {0, 0, 0, 0}),
            tf.constant(shape),
            tf.constant(new int[] {1, 2, 2, 1}));
    int[][] added = {{0, 0}, {0, 0}, {0, 0}, {0, channels - shape[3]}};
    return tf.pad(places, tf.constant(added), tf.constant(0f));
  }
}
