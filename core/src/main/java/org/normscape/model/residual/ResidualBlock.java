package org.normscape.model.residual;

import org.normscape.model.NetworkWriter;
import org.normscape.nn.Sequential;
import org.normscape.nn.initialization.Initializer;

/**
 * A kind of residual block: what stands in its branch besides two convolutions, how branch and
 * shortcut meet, and what that asks of both ends of the network. Implementations are records.
 */
public interface ResidualBlock {

  /** Writes the first convolution of the network, and what stands before the first block. */
  void stem(NetworkWriter network, SitedConvolution convolution);

  /** What is learned in a block. */
  Sequential branch(BlockPlace place);

  /** Writes a block with its branch, and what stands between it and the next. */
  void write(NetworkWriter network, Sequential branch, BlockPlace place);

  /**
   * Writes what stands behind the last block, before the mean over the image.
   *
   * @param last the last convolution of the network
   */
  default void end(NetworkWriter network, SitedConvolution last) {}

  /** How the weight of the last layer starts, where other weights start as is {@code usual}. */
  default Initializer classifier(Initializer usual) {
    return usual;
  }
}
