package org.normscape.model.residual;

import org.normscape.model.NetworkWriter;
import org.normscape.nn.Sequential;
import org.normscape.nn.initialization.Initializer;

/** A kind of residual block that is another with a changed branch. Implementations are records. */
public interface BranchRule extends ResidualBlock {

  /** The other kind. */
  ResidualBlock block();

  /** The branch, changed. */
  Sequential changed(Sequential branch);

  @Override
  default void stem(NetworkWriter network, SitedConvolution convolution) {
    block().stem(network, convolution);
  }

  @Override
  default Sequential branch(BlockPlace place) {
    return changed(block().branch(place));
  }

  @Override
  default void write(NetworkWriter network, Sequential branch, BlockPlace place) {
    block().write(network, branch, place);
  }

  @Override
  default void end(NetworkWriter network, SitedConvolution last) {
    block().end(network, last);
  }

  @Override
  default Initializer classifier(Initializer usual) {
    return block().classifier(usual);
  }
}
