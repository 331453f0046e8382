package org.normscape.model.residual;

import com.google.auto.service.AutoService;
import org.normscape.model.NetworkWriter;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;

/**
 * The block of He, Zhang, Ren and Sun, "Identity mappings in deep residual networks" (2016, figure
 * 1b), with nothing behind the sum:
 *
 * <pre>
 *   x + conv(relu(norm(conv(relu(norm(x))))))
 * </pre>
 *
 * <p>As there, normalization and relu of the first block stand before its shortcut leaves, and
 * further ones behind the last block. So each convolution has one normalization behind it, as in
 * {@link PostActivation}; that of a block's second one stands behind the sum, in the next branch.
 */
@AutoService(ResidualBlock.class)
public record PreActivation() implements ResidualBlock {

  @Override
  public void stem(NetworkWriter network, SitedConvolution convolution) {
    network.unit("conv", "relu", convolution.activated());
  }

  @Override
  public Sequential branch(BlockPlace place) {
    NetworkWriter branch = new NetworkWriter();
    if (place.number() > 1) {
      branch.following("relu", place.before().activated());
    }
    branch.unit("conv", "relu", place.first().activated());
    branch.linear("conv", place.last().activated());
    return branch.network();
  }

  @Override
  public void write(NetworkWriter network, Sequential branch, BlockPlace place) {
    network.numbered("block", new Residual(branch, place.shortcut()));
  }

  @Override
  public void end(NetworkWriter network, SitedConvolution last) {
    network.following("relu", last.activated());
  }
}
