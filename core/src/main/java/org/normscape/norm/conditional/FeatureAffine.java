package org.normscape.norm.conditional;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * Scale and shift as linear maps of features z of each example (Perez et al., "FiLM: visual
 * reasoning with a general conditioning layer", 2018, equation 1; the adaLN of Peebles and Xie,
 * "Scalable diffusion models with transformers", 2023, section 3.2),
 *
 * <pre>
 *   scale = 1 + z · W + a        shift = z · V + b
 * </pre>
 *
 * <p>where all four start at 0. The gate by which adaLN-Zero multiplies its branch is that of a
 * block, not of its normalization.
 *
 * <p>Condition: {@code features}, {@code [n, features]}. Parameters: {@code scale-weight} and
 * {@code shift-weight}, {@code [features, c]}; {@code scale-bias} and {@code shift-bias}, {@code
 * [c]}.
 *
 * @param features how many features an example has; at least 1
 */
@AutoService(AffineSource.class)
public record FeatureAffine(int features) implements AffineSource {

  private static final String FEATURES = "features";

  public FeatureAffine {
    Components.count(FeatureAffine.class, "features", features);
  }

  /** 64 features. */
  public FeatureAffine() {
    this(64);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return LinearAffine.parameters(features, Channels.of(input, FeatureAffine.class).dim(0));
  }

  @Override
  public ScaleAndShift of(Call call, Tensor x) {
    Tensor z = call.condition(FEATURES, Shape.of(x.shape().dim(0), features));
    return LinearAffine.of(call.parameters(), z).spread(x);
  }
}
