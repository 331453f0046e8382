package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.norm.Affine;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Batch channel normalization (Khaled et al., 2023): batch normalization, and layer normalization
 * over whole examples, mixed for each channel,
 *
 * <pre>
 *   y = (ι · BN(x) + (1 − ι) · LN(x)) · scale + shift
 * </pre>
 *
 * <p>The "batch-channel normalization" of Qiao et al. (2019) is another one: batch normalization
 * followed by group normalization.
 *
 * <p>Parameters: {@code share}, which is ι and starts at 1, {@code scale} and {@code shift}, {@code
 * [c]}; state: {@code mean} and {@code variance}, {@code [c]}.
 *
 * @param epsilon what is added to variances, under the root; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record BatchChannelNorm(double epsilon, double decay, Affine affine)
    implements MixedBatchNorm {

  public BatchChannelNorm {
    Components.notNegative(BatchChannelNorm.class, "epsilon", epsilon);
    Components.fraction(BatchChannelNorm.class, "decay", decay);
  }

  /** Epsilon 1e-5, decay 0.9, learned scale and shift. */
  public BatchChannelNorm() {
    this(1e-5, 0.9, Affine.WITH);
  }

  @Override
  public Tensor other(Tensor x) {
    return new LayerNorm(epsilon, Affine.WITHOUT).apply(Parameters.none(), x);
  }

  @Override
  public Tensor share(Tensor learned) {
    return learned;
  }
}
