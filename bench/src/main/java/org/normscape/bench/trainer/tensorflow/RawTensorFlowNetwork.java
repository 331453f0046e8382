package org.normscape.bench.trainer.tensorflow;

import org.normscape.bench.trainer.Network;
import org.normscape.params.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** A network in TensorFlow's own operations; paths are those of our network. */
sealed interface RawTensorFlowNetwork permits RawTensorFlowVgg, RawTensorFlowResNet {

  /** That of one of ours. */
  static RawTensorFlowNetwork of(Network network, RawTensorFlowLayers layers) {
    return network instanceof Network.OfVgg of
        ? new RawTensorFlowVgg(of.vgg(), layers)
        : new RawTensorFlowResNet(((Network.OfResNet) network).resNet(), layers);
  }

  /** The logits {@code [n, classes]} of images {@code [n,h,w,c]}. */
  Operand<TFloat32> logits(
      Parameters<Variable<TFloat32>> parameters,
      Parameters<Variable<TFloat32>> state,
      Operand<TFloat32> images);
}
