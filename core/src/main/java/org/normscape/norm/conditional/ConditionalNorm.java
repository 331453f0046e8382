package org.normscape.norm.conditional;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.Normalization;
import org.normscape.norm.RunningVariance;
import org.normscape.params.Parameters;

/**
 * Conditional normalization: another normalization N, whose scale and shift are functions of a
 * condition z,
 *
 * <pre>
 *   y = N(x) · scale(z) + shift(z)
 * </pre>
 *
 * <p>Conditional batch and instance normalization, AdaIN, FiLM, SPADE and adaLN are this, by their
 * {@link AffineSource}. N should learn neither scale nor shift of its own.
 *
 * <p>Parameters: those of N, and {@code affine.…}, those of the source; state, noise and frozen
 * values are those of N.
 *
 * @param normalization N
 * @param affine where scale and shift come from
 */
@AutoService({Normalization.class, Layer.class})
public record ConditionalNorm(ActivationNormalization normalization, AffineSource affine)
    implements ActivationNormalization {

  private static final String AFFINE = "affine";

  /** Batch normalization, scaled and shifted by what the input is in the mean: no condition. */
  public ConditionalNorm() {
    this(
        new BatchNorm(-1, 1e-5, 0.9, RunningVariance.UNBIASED, Affine.WITHOUT), new PooledAffine());
  }

  /** Scale and shift may be functions of the input, and so of a bias. */
  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Shape output(Shape input) {
    return normalization.output(input);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return normalization.parameters(input).and(affine.parameters(input).within(AFFINE));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return normalization.state(input);
  }

  @Override
  public Parameters<NoiseSpec> noise(Shape input) {
    return normalization.noise(input);
  }

  @Override
  public Parameters<Shape> frozen(Shape input) {
    return normalization.frozen(input);
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Applied normalized = normalization.apply(call, x);
    Tensor y = affine.of(call.under(AFFINE), x).applyTo(normalized.output());
    return Applied.of(y, normalized.state()).withFrozen(normalized.frozen());
  }
}
