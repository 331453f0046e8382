package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Linear;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Weight normalization (Salimans and Kingma, "Weight normalization: a simple reparameterization to
 * accelerate training of deep neural networks", 2016, equation 2): length and direction of the
 * weights of each output feature are learned apart,
 *
 * <pre>
 *   w = g · v / ‖v‖
 * </pre>
 *
 * <p>{@code v} is the parameter {@code weight}, {@code [in, out]} or {@code [kH, kW, in, out]}, and
 * starts as the layer says. {@code g} is the parameter {@code scale}, {@code [out]}, and starts at
 * {@code ‖v‖}, so that the network starts where it would without, as PyTorch's {@code weight_norm}
 * does; the paper also has a start that looks at data. The norm is over all axes but the last.
 * There is no epsilon: where all weights of a feature are 0, {@code w} is NaN.
 *
 * @see "PyTorch: nn.utils.parametrizations.weight_norm(layer)"
 * @see "Flax: WeightNorm(layer)"
 */
@AutoService(Normalization.class)
public record WeightNorm() implements WeightNormalization {

  private static final String SCALE = "scale";

  @Override
  public Parameters<ParameterSpec> parameters(ParameterSpec weight) {
    Lengths start = new Lengths(weight.initializer(), weight.shape());
    ParameterSpec scale = new ParameterSpec(Shape.of(weight.shape().dim(-1)), Role.SCALE, start);
    return Parameters.of(SCALE, scale.drawnWith(Linear.WEIGHT));
  }

  @Override
  public Applied apply(Call call, Tensor v) {
    List<Integer> fanIn = v.shape().axesExcept(-1);
    Tensor length = v.times(v).sum(fanIn).sqrt();
    Tensor factor = call.parameters().get(SCALE).dividedBy(length);
    return Applied.of(v.times(factor.broadcast(v.shape(), fanIn)));
  }

  /**
   * The lengths of the weights of each output feature, from the random numbers of the weights.
   *
   * @param weights how the weights start
   * @param shape the shape of the weights
   */
  private record Lengths(Initializer weights, Shape shape) implements Initializer {

    @Override
    public double[] values(Shape features, RandomStream random) {
      double[] lengths = new double[features.size()];
      double[] v = weights.values(shape, random);
      for (int i = 0; i < v.length; i++) {
        lengths[i % lengths.length] += v[i] * v[i];
      }
      for (int out = 0; out < lengths.length; out++) {
        lengths[out] = positive(Math.sqrt(lengths[out]), out);
      }
      return lengths;
    }

    private double positive(double length, int feature) {
      if (!(length > 0)) {
        throw new IllegalArgumentException(
            "WeightNorm: the weights of each output feature must have a length above 0, but those of feature %s start as %s. To fix: let weights start from a distribution."
                .formatted(feature, weights));
      }
      return length;
    }
  }
}
