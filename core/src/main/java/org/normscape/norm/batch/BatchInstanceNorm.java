package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.norm.Affine;
import org.normscape.norm.Normalization;
import org.normscape.norm.example.InstanceNorm;
import org.normscape.params.Parameters;

/**
 * Batch-instance normalization (Nam and Kim, "Batch-instance normalization for adaptively
 * style-invariant neural networks", 2018, equation 3): batch and instance normalization, mixed for
 * each channel,
 *
 * <pre>
 *   y = (ρ · BN(x) + (1 − ρ) · IN(x)) · scale + shift
 * </pre>
 *
 * <p>ρ is what is learned, cut to [0, 1]; where it is cut, nothing flows to it. The paper cuts what
 * is stored, after each step.
 *
 * <p>Parameters: {@code share}, which is ρ and starts at 1, {@code scale} and {@code shift}, {@code
 * [c]}; state: {@code mean} and {@code variance}, {@code [c]}.
 *
 * @param epsilon what is added to variances, under the root; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record BatchInstanceNorm(double epsilon, double decay, Affine affine)
    implements MixedBatchNorm {

  public BatchInstanceNorm {
    Components.notNegative(BatchInstanceNorm.class, "epsilon", epsilon);
    Components.fraction(BatchInstanceNorm.class, "decay", decay);
  }

  /** Epsilon 1e-5, decay 0.9, learned scale and shift. */
  public BatchInstanceNorm() {
    this(1e-5, 0.9, Affine.WITH);
  }

  /** Both take the mean of each channel away. */
  @Override
  public boolean makesBiasRedundant() {
    return true;
  }

  @Override
  public Tensor other(Tensor x) {
    return new InstanceNorm(epsilon, Affine.WITHOUT).apply(Parameters.none(), x);
  }

  @Override
  public Tensor share(Tensor learned) {
    return learned.maximum(learned.zeros()).minimum(learned.filled(1));
  }
}
