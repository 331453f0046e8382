package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.norm.Affine;
import org.normscape.norm.Normalization;

/**
 * Range batch normalization (Banner, Hubara, Hoffer and Soudry, "Scalable methods for 8-bit
 * training of neural networks", 2018, section 3): batch normalization by the range of each channel
 * of {@code [n, …, c]} over its m elements,
 *
 * <pre>
 *   mean = Σ x / m        deviation = C · (max x − min x) + epsilon
 *   y = (x − mean) / deviation · scale + shift
 * </pre>
 *
 * <p>with the C of the authors' code, {@code 0.175 (1 + √(π ln 4)) / √(2 ln m)}, for which the
 * deviation of normal numbers is about 1. With m = 1 the output is {@code shift}. Mean and
 * deviation are remembered as exponential averages.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code mean} and {@code
 * deviation}, {@code [c]}.
 *
 * @param epsilon what is added to the deviation; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record RangeBatchNorm(double epsilon, double decay, Affine affine)
    implements DeviationBatchNorm {

  public RangeBatchNorm {
    Components.notNegative(RangeBatchNorm.class, "epsilon", epsilon);
    Components.fraction(RangeBatchNorm.class, "decay", decay);
  }

  /** Epsilon 1e-5, decay 0.9, learned scale and shift. */
  public RangeBatchNorm() {
    this(1e-5, 0.9, Affine.WITH);
  }

  /** The mean of each channel is taken away. */
  @Override
  public boolean makesBiasRedundant() {
    return true;
  }

  @Override
  public Tensor deviation(Tensor x, Tensor centered) {
    List<Integer> reduced = x.shape().axesExcept(-1);
    Tensor range = centered.max(reduced).plus(centered.negate().max(reduced));
    return range.times(ofNormal(x.shape().size() / x.shape().dim(-1)));
  }

  /** What makes the range of so many normal numbers 1; of one number there is no range. */
  private static double ofNormal(int elements) {
    return elements == 1
        ? 1
        : 0.175 * (1 + Math.sqrt(Math.PI * Math.log(4))) / Math.sqrt(2 * Math.log(elements));
  }
}
