package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * A fully connected layer: {@code [n, in] · weight [in, units] + bias [units] → [n, units]}.
 *
 * @param units the number of outputs
 * @param bias whether there is a bias
 * @param initializer how {@code weight} starts
 */
public record Dense(int units, Bias bias, Initializer initializer) implements Stateless {

  private static final String WEIGHT = "weight";

  public Dense {
    if (units < 1) {
      throw new IllegalArgumentException(
          "Dense: there must be at least 1 unit, but there are %d. To fix: ask for some."
              .formatted(units));
    }
  }

  /** A layer with bias, its weight drawn as {@link Glorot#uniform()} says. */
  public static Dense of(int units) {
    return new Dense(units, Bias.WITH, Glorot.uniform());
  }

  @Override
  public Shape output(Shape input) {
    Inputs.unless(
        input.rank() == 2,
        this,
        input,
        "the input must be [n, features]",
        "put Flatten or GlobalAveragePool before it");
    return input.with(1, units);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    output(input);
    Shape weight = Shape.of(input.dim(1), units);
    return Parameters.of(WEIGHT, new ParameterSpec(weight, Role.WEIGHT, initializer))
        .and(bias.parameters(units));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    return bias.addTo(x.matmul(parameters.get(WEIGHT)), parameters);
  }
}
