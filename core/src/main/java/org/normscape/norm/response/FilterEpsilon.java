package org.normscape.norm.response;

import java.util.List;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/** Whether the epsilon of {@link FilterResponseNorm} is learned. */
public enum FilterEpsilon {
  /** It is what is set. */
  FIXED {
    @Override
    Parameters<ParameterSpec> parameters(double epsilon, Shape channels) {
      return Parameters.none();
    }

    @Override
    Tensor standardized(double epsilon, Parameters<Tensor> parameters, Tensor x) {
      Tensor one = x.trace().fill(1, x.type().withShape(Shape.of(x.shape().dim(-1))));
      Standardization norm = Standardization.ofInstances(x.shape().rank(), epsilon).aroundZero();
      return x.trace().apply(norm, List.of(x, one, one.zeros())).get(0);
    }
  },
  /** It is a parameter of each channel, starts at what is set, and counts by its absolute value. */
  LEARNED {
    @Override
    Parameters<ParameterSpec> parameters(double epsilon, Shape channels) {
      return Parameters.of(EPSILON, new ParameterSpec(channels, Role.SCALE, new Constant(epsilon)));
    }

    @Override
    Tensor standardized(double epsilon, Parameters<Tensor> parameters, Tensor x) {
      List<Integer> places = x.shape().axesExcept(List.of(0, x.shape().rank() - 1));
      Tensor square = x.times(x).mean(places).broadcast(x.shape(), places);
      Tensor learned = Channels.spread(parameters.get(EPSILON).absolute(), x);
      return x.dividedBy(square.plus(learned).sqrt());
    }
  };

  private static final String EPSILON = "epsilon";

  abstract Parameters<ParameterSpec> parameters(double epsilon, Shape channels);

  /** {@code x / √(Σ x² / m + |epsilon|)} over the places of each channel. */
  abstract Tensor standardized(double epsilon, Parameters<Tensor> parameters, Tensor x);
}
