package org.normscape.norm.conditional;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.norm.Moments;
import org.normscape.params.Parameters;

/**
 * Scale and shift that give each channel of an example the deviation and the mean that it has in
 * another image s: with {@link org.normscape.norm.example.InstanceNorm}, adaptive instance
 * normalization, AdaIN (Huang and Belongie, "Arbitrary style transfer in real-time with adaptive
 * instance normalization", 2017, equation 8),
 *
 * <pre>
 *   scale = √(variance(s) + epsilon)        shift = mean(s)
 * </pre>
 *
 * <p>Condition: {@code style}, of the extents of the input. Nothing is learned.
 *
 * @param epsilon what is added to the variance, under the root; at least 0
 */
@AutoService(AffineSource.class)
public record StyleAffine(double epsilon) implements AffineSource {

  private static final String STYLE = "style";

  public StyleAffine {
    Components.notNegative(StyleAffine.class, "epsilon", epsilon);
  }

  /** The authors' epsilon, 1e-5. */
  public StyleAffine() {
    this(1e-5);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.none();
  }

  @Override
  public ScaleAndShift of(Call call, Tensor x) {
    Moments style = Moments.ofInstances(call.condition(STYLE, x.shape()));
    return new ScaleAndShift(style.deviation(epsilon), style.mean()).spread(x);
  }
}
