package org.normscape.model.residual;

import com.google.auto.service.AutoService;
import org.normscape.model.NetworkWriter;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;

/**
 * The original block (He, Zhang, Ren and Sun, "Deep residual learning for image recognition", 2016,
 * figure 2), with relu behind the sum:
 *
 * <pre>
 *   relu(x + norm(conv(relu(norm(conv(x))))))
 * </pre>
 *
 * <p>The second convolution has no activation function in its branch, so that it is normalized
 * before the sum, whatever the position.
 */
@AutoService(ResidualBlock.class)
public record PostActivation() implements ResidualBlock {

  @Override
  public void stem(NetworkWriter network, SitedConvolution convolution) {
    network.unit("conv", "relu", convolution.activated());
  }

  @Override
  public Sequential branch(BlockPlace place) {
    NetworkWriter branch = new NetworkWriter();
    branch.unit("conv", "relu", place.first().activated());
    branch.unit("conv", "activation", place.last().bare());
    return branch.network();
  }

  @Override
  public void write(NetworkWriter network, Sequential branch, BlockPlace place) {
    network.numbered("block", new Residual(branch, place.shortcut()));
    network.numbered("block-relu", new Relu());
  }
}
