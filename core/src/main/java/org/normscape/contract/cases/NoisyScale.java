package org.normscape.contract.cases;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.noise.NoiseDistribution;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * The smallest layer with noise: each element is multiplied with {@code 1 + deviation · noise};
 * under {@link Statistics#RUNNING} nothing happens.
 *
 * @param deviation the standard deviation of the factors
 */
public record NoisyScale(double deviation) implements Layer {

  private static final String NOISE = "noise";

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.none();
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return Parameters.none();
  }

  @Override
  public Parameters<NoiseSpec> noise(Shape input) {
    return Parameters.of(NOISE, new NoiseSpec(input, NoiseDistribution.STANDARD_NORMAL));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    return Applied.of(
        call.statistics() == Statistics.RUNNING
            ? x
            : x.times(call.noise().get(NOISE).times(deviation).plus(1)));
  }
}
