package org.normscape.backend.tf;

import java.util.List;
import org.normscape.composite.BatchNormalization;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.SwitchCond;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.FusedBatchNormGrad;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * Batch normalization and its gradient by TensorFlow's own kernels, which take float32 images with
 * channels last. On other devices than a CPU they hand the gradient other statistics than the
 * variance.
 *
 * <p>The kernel adds a channel up one element after the other, so that its mean is off by up to a
 * tenth of a unit in the last place for each. That is nothing where a channel varies; where it is
 * nearly constant, it is normalized once more, with the first element of each channel taken away
 * first: what is left has a small mean, and of a constant there is nothing left. So too where a
 * variance overflows, to make what depends on it NaN. Only then is there more to do.
 */
final class BatchNormalizations {

  /** The least deviation, relative to the mean, at which a short sum is near enough. */
  private static final double LEAST_SPREAD = 1e-3;

  /** By how much that grows with each element: the unit in the last place. */
  private static final double UNIT = 0x1p-23;

  private final Ops tf;
  private final Framing framing;

  BatchNormalizations(Ops tf, Framing framing) {
    this.tf = tf;
    this.framing = framing;
  }

  /** What a normalization gives: {@code y}, {@code mean} and the biased {@code variance}. */
  private record Normalized(Operand<TNumber> y, Operand<TNumber> mean, Operand<TNumber> variance) {}

  static boolean has(BatchNormalization norm, TensorType x) {
    return x.dtype() == DType.FLOAT32
        && x.shape().rank() == 4
        && norm.channelAxis() == 3
        && perChannel(x.shape()) > 1;
  }

  private static int perChannel(Shape x) {
    return x.size() / x.dim(-1);
  }

  /** Inputs: x, scale, shift. Results: y, mean, variance. */
  List<Node> normalized(BatchNormalization norm, List<Node> in) {
    Operand<TNumber> x = framing.stored(in.get(0));
    Operand<TNumber> scale = framing.stored(in.get(1));
    Operand<TNumber> shift = framing.stored(in.get(2));
    double count = perChannel(in.get(0).shape());
    Normalized usual = fused(norm, x, scale, shift, count);
    Operand<TBool> doubtful = isDoubtful(usual, count);
    Operand<TNumber> moved = tf.switchCond(x, doubtful).outputTrue();
    Normalized careful = shifted(norm, moved, scale, shift, count);
    return List.of(
        Node.stored(chosen(doubtful, usual.y(), careful.y())),
        Node.stored(chosen(doubtful, usual.mean(), careful.mean())),
        Node.stored(chosen(doubtful, usual.variance(), careful.variance())));
  }

  private Normalized fused(
      BatchNormalization norm,
      Operand<TNumber> x,
      Operand<TNumber> scale,
      Operand<TNumber> shift,
      double count) {
    Operand<TNumber> none = Conversions.untyped(tf.constant(new float[0]));
    FusedBatchNorm<TNumber, TNumber> fused =
        tf.nn.fusedBatchNorm(
            x,
            scale,
            shift,
            none,
            none,
            FusedBatchNorm.epsilon((float) norm.epsilon()),
            FusedBatchNorm.isTraining(true));
    // The variance that it returns is the unbiased one.
    Operand<TNumber> biased =
        tf.math.mul(fused.batchVariance(), framing.scalar(DType.FLOAT32, (count - 1) / count));
    return new Normalized(fused.y(), fused.batchMean(), biased);
  }

  /** Whether the variance of any channel is small beside its mean, or not finite. */
  private Operand<TBool> isDoubtful(Normalized usual, double count) {
    double spread = Math.max(LEAST_SPREAD, count * UNIT);
    Operand<TNumber> least =
        tf.math.mul(tf.math.square(usual.mean()), framing.scalar(DType.FLOAT32, spread * spread));
    Operand<TBool> varies = tf.math.greaterEqual(usual.variance(), least);
    Operand<TBool> finite =
        tf.math.lessEqual(usual.variance(), framing.scalar(DType.FLOAT32, Float.MAX_VALUE));
    return tf.math.logicalNot(
        tf.reduceAll(tf.math.logicalAnd(varies, finite), framing.constant(List.of(0))));
  }

  private Normalized shifted(
      BatchNormalization norm,
      Operand<TNumber> x,
      Operand<TNumber> scale,
      Operand<TNumber> shift,
      double count) {
    int channels = Conversions.shape(x.shape()).dim(3);
    Operand<TNumber> first =
        tf.slice(
            x, framing.constant(List.of(0, 0, 0, 0)), framing.constant(List.of(1, 1, 1, channels)));
    Normalized moved = fused(norm, tf.math.sub(x, first), scale, shift, count);
    Operand<TNumber> zeroIfFinite = tf.math.sub(moved.variance(), moved.variance());
    Operand<TNumber> mean = tf.math.add(moved.mean(), framing.reshaped(first, Shape.of(channels)));
    return new Normalized(tf.math.add(moved.y(), zeroIfFinite), mean, moved.variance());
  }

  private Operand<TNumber> chosen(
      Operand<TBool> doubtful, Operand<TNumber> usual, Operand<TNumber> careful) {
    SwitchCond<TNumber> kept = tf.switchCond(usual, doubtful);
    return tf.merge(List.of(kept.outputFalse(), careful)).output();
  }

  /**
   * Inputs: x, scale, shift; y, mean, variance; the cotangent of y. Where the variance is infinite
   * the kernel gets NaN.
   */
  @SuppressWarnings("unchecked")
  List<Node> gradient(BatchNormalization norm, List<Node> in) {
    Operand<?> scale = framing.stored(in.get(1));
    Operand<TNumber> mean = framing.stored(in.get(4));
    Operand<TNumber> found = framing.stored(in.get(5));
    Operand<TNumber> variance = tf.math.add(found, tf.math.sub(found, found));
    FusedBatchNormGrad<TNumber, TNumber> fused =
        tf.nn.fusedBatchNormGrad(
            framing.stored(in.get(6)),
            framing.stored(in.get(0)),
            (Operand<TFloat32>) scale,
            mean,
            variance,
            variance,
            FusedBatchNormGrad.epsilon((float) norm.epsilon()),
            FusedBatchNormGrad.isTraining(true));
    return List.of(
        Node.stored(fused.xBackprop()),
        Node.stored(fused.scaleBackprop()),
        Node.stored(fused.offsetBackprop()));
  }
}
