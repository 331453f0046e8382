package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.initialization.Constant;
import org.normscape.params.Parameters;

/**
 * A learned factor: {@code x · scale}.
 *
 * @param start what the factor starts at
 * @param sharing which elements share one
 */
@AutoService(Layer.class)
public record Multiplier(double start, Sharing sharing) implements Stateless {

  private static final String SCALE = "scale";

  /** Which elements share a factor. */
  public enum Sharing {
    /** All: {@code scale} is one number. */
    ALL {
      @Override
      Shape factors(Shape input) {
        return Shape.SCALAR;
      }
    },
    /** Those of one feature: {@code scale [features]}, along the last axis. */
    FEATURE {
      @Override
      Shape factors(Shape input) {
        return Shape.of(input.dim(-1));
      }
    };

    abstract Shape factors(Shape input);
  }

  /** One number for all, which starts at 1. */
  public Multiplier() {
    this(1, Sharing.ALL);
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.of(
        SCALE, new ParameterSpec(sharing.factors(input), Role.SCALE, new Constant(start)));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Tensor scale = parameters.get(SCALE);
    return x.times(
        scale.broadcast(
            x.shape(), x.shape().axes().subList(0, x.shape().rank() - scale.shape().rank())));
  }
}
