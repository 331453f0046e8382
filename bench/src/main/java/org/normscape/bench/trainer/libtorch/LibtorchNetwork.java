package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.normscape.bench.trainer.Network;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/**
 * A network in libtorch's own operations, written down a second time so that neither its layers nor
 * its gradients are ours. Images and activations are {@code [n,c,h,w]}, filters {@code
 * [out,in,kH,kW]}, matrices {@code [out,in]}; paths are those of our network.
 */
sealed interface LibtorchNetwork permits LibtorchVgg, LibtorchResNet {

  /** That of one of ours; what it compiles closes with the manager. */
  static LibtorchNetwork of(Network network, NDManager manager) {
    LibtorchLayers layers =
        new LibtorchLayers(LibtorchNormalizations.of(network.normalization(), manager));
    return network instanceof Network.OfVgg of
        ? new LibtorchVgg(of.vgg(), layers)
        : new LibtorchResNet(((Network.OfResNet) network).resNet(), layers);
  }

  /** The logits {@code [n, classes]}; {@link Statistics#BATCH} also updates {@code state}. */
  NDArray logits(
      Parameters<NDArray> parameters,
      Parameters<NDArray> state,
      NDArray images,
      Statistics statistics);
}
