package org.normscape.norm.example;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * AdaNorm (Xu, Sun, Zhang, Zhao and Lin, "Understanding and improving layer normalization", 2019,
 * section 4.2): layer normalization of the channels at each place of {@code [n, …, c]}, whose
 * output is scaled by how large it is instead of by something learned,
 *
 * <pre>
 *   z = (x − mean) / √(variance + epsilon)
 *   y = factor · z        factor = gain · (1 − k · z)
 * </pre>
 *
 * <p>The factor is a frozen value: nothing flows through it. It has nothing to do with adaptive
 * normalization by a condition. Nothing is learned.
 *
 * <p>Frozen: {@code factor}, of the extents of the input.
 *
 * @param k how much large values are scaled down; at least 0
 * @param gain the paper's C; above 0
 * @param epsilon what is added to the variance, under the root; at least 0
 */
@AutoService({Normalization.class, Layer.class})
public record AdaNorm(double k, double gain, double epsilon) implements ActivationNormalization {

  private static final String FACTOR = "factor";

  public AdaNorm {
    Components.notNegative(AdaNorm.class, "k", k);
    Components.positive(AdaNorm.class, "gain", gain);
    Components.notNegative(AdaNorm.class, "epsilon", epsilon);
  }

  /** The paper's: k 1/10, C 1; epsilon 1e-5. */
  public AdaNorm() {
    this(0.1, 1, 1e-5);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
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
  public Parameters<Shape> frozen(Shape input) {
    return Parameters.of(FACTOR, input);
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Tensor z = new PositionalNorm(epsilon).apply(Parameters.none(), x);
    Tensor factor = call.frozen(FACTOR, () -> z.times(-k).plus(1).times(gain));
    return Applied.of(z.times(factor)).withFrozen(Parameters.of(FACTOR, factor));
  }
}
