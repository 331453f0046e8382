package org.normscape.backend.tf.standardization;

import java.util.List;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.composite.Center;
import org.normscape.composite.Damping;
import org.normscape.composite.Standardization;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.FusedBatchNormGrad;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * Standardization of channels that lie last, and its gradient, by TensorFlow's own kernels, which
 * take float32 images. On other devices than a CPU they hand the gradient other statistics than the
 * variance.
 */
final class FusedBatchNorms implements StandardizationMethod {

  /** The least deviation, relative to the mean, at which a short sum is near enough. */
  private static final double LEAST_SPREAD = 1e-3;

  /** By how much that grows with each element: the unit in the last place. */
  private static final double UNIT = 0x1p-23;

  private final Ops tf;
  private final Framing framing;
  private final float epsilon;
  private final Shape whole;
  private final Shape image;
  private final double count;

  FusedBatchNorms(Ops tf, Framing framing, double epsilon, Shape x) {
    this.tf = tf;
    this.framing = framing;
    this.epsilon = (float) epsilon;
    this.whole = x;
    this.count = x.size() / (double) x.dim(-1);
    this.image = x.rank() == 4 ? x : Shape.of(x.size() / x.dim(-1), 1, 1, x.dim(-1));
  }

  static boolean has(Standardization norm, TensorType x) {
    List<Integer> last = List.of(x.shape().rank() - 1);
    return x.dtype() == DType.FLOAT32
        && norm.keptAxes().equals(last)
        && norm.channelAxes().equals(last)
        && norm.center() == Center.MEAN
        && norm.damping() == Damping.UNDER_ROOT;
  }

  /**
   * The kernel adds a channel up one element after the other, so that its mean is off by up to a
   * tenth of a unit in the last place for each.
   */
  @Override
  public double leastSpread() {
    return Math.max(LEAST_SPREAD, count * UNIT);
  }

  @Override
  public Standardized normalized(
      Operand<TNumber> x, Operand<TNumber> scale, Operand<TNumber> shift) {
    Operand<TNumber> none = Conversions.untyped(tf.constant(new float[0]));
    FusedBatchNorm<TNumber, TNumber> fused =
        tf.nn.fusedBatchNorm(
            seen(x, image),
            scale,
            shift,
            none,
            none,
            FusedBatchNorm.epsilon(epsilon),
            FusedBatchNorm.isTraining(true));
    // The variance that it returns is the unbiased one.
    Operand<TNumber> biased =
        tf.math.mul(fused.batchVariance(), framing.scalar(DType.FLOAT32, (count - 1) / count));
    return new Standardized(seen(fused.y(), whole), fused.batchMean(), biased, List.of());
  }

  private Operand<TNumber> seen(Operand<TNumber> x, Shape shape) {
    return Conversions.shape(x.shape()).equals(shape) ? x : framing.reshaped(x, shape);
  }

  /** Where the variance is infinite the kernel gets NaN. */
  @Override
  @SuppressWarnings("unchecked")
  public List<Operand<TNumber>> gradient(List<Operand<TNumber>> in, List<Operand<TNumber>> kept) {
    Operand<?> scale = in.get(1);
    Operand<TNumber> variance = tf.math.add(in.get(5), tf.math.sub(in.get(5), in.get(5)));
    FusedBatchNormGrad<TNumber, TNumber> fused =
        tf.nn.fusedBatchNormGrad(
            seen(in.get(6), image),
            seen(in.get(0), image),
            (Operand<TFloat32>) scale,
            in.get(4),
            variance,
            variance,
            FusedBatchNormGrad.epsilon(epsilon),
            FusedBatchNormGrad.isTraining(true));
    return List.of(fused.xBackprop(), fused.scaleBackprop(), fused.offsetBackprop());
  }
}
