package org.normscape.model.residual;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.model.NetworkWriter;
import org.normscape.nn.Bias;
import org.normscape.nn.Multiplier;
import org.normscape.nn.Residual;
import org.normscape.nn.ScalarBias;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.Constant;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.place.Unit;
import org.normscape.random.RandomStream;

/**
 * The block of Fixup initialization (Zhang, Dauphin and Ma, "Fixup initialization: residual
 * learning without normalization", 2019), made to be trained without normalization:
 *
 * <pre>
 *   relu(x + multiplier · conv(relu(conv(x + bias₁) + bias₂) + bias₃) + bias₄)
 * </pre>
 *
 * <p>With L blocks, the first convolution of each starts as the model says times {@code L^(−1/2)},
 * which is the paper's {@code L^(−1/(2m−2))} for m = 2 layers a branch; the second, and the last
 * layer of the network, start at 0. Biases are single numbers that start at 0, and multipliers
 * single numbers that start at 1. Convolutions have no biases of their own.
 *
 * <p>A normalization, where one is asked for, stands behind its convolution, with the bias in
 * between.
 */
@AutoService(ResidualBlock.class)
public record Fixup() implements ResidualBlock {

  private static final String BIAS = "bias";

  @Override
  public void stem(NetworkWriter network, SitedConvolution convolution) {
    activated(network, convolution);
  }

  @Override
  public Sequential branch(BlockPlace place) {
    NetworkWriter branch = new NetworkWriter();
    Initializer usual = place.first().initializer();
    branch.numbered(BIAS, new ScalarBias());
    activated(branch, place.first().startedAs(new Scaled(usual, 1 / Math.sqrt(place.count()))));
    branch.numbered(BIAS, new ScalarBias());
    branch.unit("conv", "activation", place.last().startedAs(Constant.ZERO).bare(Bias.WITHOUT));
    branch.named("multiplier", new Multiplier());
    branch.numbered(BIAS, new ScalarBias());
    return branch.network();
  }

  private static void activated(NetworkWriter network, SitedConvolution convolution) {
    Unit unit = convolution.activated(Bias.WITHOUT);
    network.linear("conv", unit);
    network.numbered(BIAS, new ScalarBias());
    network.following("relu", unit);
  }

  @Override
  public void write(NetworkWriter network, Sequential branch, BlockPlace place) {
    network.numbered("block", new Residual(branch, place.shortcut()));
    network.numbered("block-relu", new Relu());
  }

  /** The bias of the last layer's input: it may as well be added before the mean is taken. */
  @Override
  public void end(NetworkWriter network, SitedConvolution last) {
    network.numbered(BIAS, new ScalarBias());
  }

  @Override
  public Initializer classifier(Initializer usual) {
    return Constant.ZERO;
  }

  /**
   * Another start, times a factor.
   *
   * @param usual the other one
   * @param factor the factor
   */
  private record Scaled(Initializer usual, double factor) implements Initializer {

    @Override
    public double[] values(Shape shape, RandomStream random) {
      double[] values = usual.values(shape, random);
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
      return values;
    }
  }
}
