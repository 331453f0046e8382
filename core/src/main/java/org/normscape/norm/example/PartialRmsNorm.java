package org.normscape.norm.example;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Length;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Partial root mean square normalization, pRMSNorm (Zhang and Sennrich, "Root mean square layer
 * normalization", 2019, section 4.2): the channels at each place of {@code [n, …, c]} are divided
 * by the root mean square of the first k of them,
 *
 * <pre>
 *   k = ⌈part · c⌉        y = x / (√(Σ_{i ≤ k} x_i² / k) + epsilon) · scale
 * </pre>
 *
 * <p>As in the authors' code, epsilon stands behind the root. With {@code part} 1 it is root mean
 * square normalization. With epsilon 0, or at a place whose first k channels are 0, there is
 * nothing to divide by: the derivative of the root at 0 is 0 here, by definition.
 *
 * <p>Parameter: {@code scale}, {@code [c]}.
 *
 * @param part the paper's p: the part of the channels that is measured, above 0 and at most 1
 * @param epsilon what keeps the divisor from 0; at least 0
 * @param affine what is learned
 */
@AutoService({Normalization.class, Layer.class})
public record PartialRmsNorm(double part, double epsilon, Affine affine)
    implements ActivationNormalization, Stateless {

  public PartialRmsNorm {
    Components.require(
        part > 0 && part <= 1, PartialRmsNorm.class, "part", "must be above 0 and at most 1", part);
    Components.notNegative(PartialRmsNorm.class, "epsilon", epsilon);
  }

  /** The paper's 6.25 % of the channels; epsilon 1e-8, a learned scale. */
  public PartialRmsNorm() {
    this(0.0625, 1e-8, Affine.SCALE_ONLY);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, PartialRmsNorm.class));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    int last = x.shape().rank() - 1;
    int measured = (int) Math.ceil(part * x.shape().dim(last));
    Tensor first = x.slice(last, 0, measured);
    Tensor square = first.times(first).mean(List.of(last));
    Tensor size = Length.of(square).plus(epsilon).broadcast(x.shape(), List.of(last));
    return affine.apply(parameters, x.dividedBy(size));
  }
}
