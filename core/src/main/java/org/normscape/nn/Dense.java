package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initializer;
import org.normscape.params.Parameters;

/**
 * A fully connected layer: {@code [n, in] · weight [in, units] + bias [units] → [n, units]}.
 *
 * @param units the number of outputs
 * @param bias whether there is a bias
 * @param initializer how {@code weight} starts
 */
@AutoService(Layer.class)
public record Dense(int units, Bias bias, Initializer initializer) implements Linear {

  public Dense {
    Components.count(Dense.class, "units", units);
  }

  /** 64 outputs with bias, the weight drawn as {@link Glorot#uniform()} says. */
  public Dense() {
    this(64, Bias.WITH, Glorot.uniform());
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
