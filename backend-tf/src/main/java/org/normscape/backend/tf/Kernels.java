package org.normscape.backend.tf;

import java.util.List;
import java.util.Optional;
import org.normscape.composite.BatchNormalization;
import org.normscape.composite.LayerNormalization;
import org.normscape.composite.Relu;
import org.normscape.grad.Vjp;
import org.normscape.ir.Composite;
import org.normscape.ir.DType;
import org.normscape.ir.Lowering.Kernel;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.FusedBatchNormGrad;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * The composites that TensorFlow says in one operation on a CPU, or in fewer passes than the body.
 *
 * <p>Its batch normalization is there for float32 images with channels last. On other devices it
 * hands its gradient other statistics than the variance, so that there the bodies run.
 */
final class Kernels {

  private final Ops tf;
  private final Framing framing;
  private final LayerNormalizations layers;

  Kernels(Ops tf, Framing framing) {
    this.tf = tf;
    this.framing = framing;
    this.layers = new LayerNormalizations(tf, framing);
  }

  Optional<Kernel<Node>> of(Composite composite, List<TensorType> inputs) {
    if (composite instanceof Relu) {
      return Optional.of(in -> List.of(relu(in.get(0))));
    }
    if (composite instanceof BatchNormalization norm && isFused(norm, inputs.get(0))) {
      return Optional.of(in -> normalized(norm, in));
    }
    if (composite instanceof LayerNormalization norm && LayerNormalizations.has(inputs.get(0))) {
      return Optional.of(in -> layers.normalized(norm, in));
    }
    return composite instanceof Vjp vjp && vjp.flowing().equals(List.of(0))
        ? gradient(vjp.of(), inputs)
        : Optional.empty();
  }

  private Optional<Kernel<Node>> gradient(Composite of, List<TensorType> inputs) {
    if (of instanceof Relu) {
      return Optional.of(in -> List.of(reluGradient(in.get(1), in.get(2))));
    }
    if (of instanceof LayerNormalization norm && LayerNormalizations.has(inputs.get(0))) {
      return Optional.of(in -> layers.gradient(norm, in));
    }
    return of instanceof BatchNormalization norm && isFused(norm, inputs.get(0))
        ? Optional.of(in -> normalizedGradient(norm, in))
        : Optional.empty();
  }

  /** TensorFlow's maximum lets NaN through, as the rectifier does. */
  private Node relu(Node x) {
    return new Node(tf.math.maximum(x.operand(), framing.scalar(x.dtype(), 0)), x.shape());
  }

  /**
   * From the output, which is positive where the input is: the input is not needed any more.
   * TensorFlow multiplies by 0 or 1: a cotangent that is finite is selected.
   */
  private Node reluGradient(Node y, Node cotangent) {
    return Node.stored(tf.nn.reluGrad(framing.stored(cotangent), framing.stored(y)));
  }

  private static boolean isFused(BatchNormalization norm, TensorType x) {
    return x.dtype() == DType.FLOAT32
        && x.shape().rank() == 4
        && norm.channelAxis() == 3
        && perChannel(x.shape()) > 1;
  }

  private static int perChannel(Shape x) {
    return x.size() / x.dim(3);
  }

  private List<Node> normalized(BatchNormalization norm, List<Node> in) {
    Operand<TNumber> none = Conversions.untyped(tf.constant(new float[0]));
    FusedBatchNorm<TNumber, TNumber> fused =
        tf.nn.fusedBatchNorm(
            framing.stored(in.get(0)),
            framing.stored(in.get(1)),
            framing.stored(in.get(2)),
            none,
            none,
            FusedBatchNorm.epsilon((float) norm.epsilon()),
            FusedBatchNorm.isTraining(true));
    // The variance that it returns is the unbiased one.
    double count = perChannel(in.get(0).shape());
    Operand<TNumber> biased =
        tf.math.mul(fused.batchVariance(), framing.scalar(DType.FLOAT32, (count - 1) / count));
    return List.of(Node.stored(fused.y()), Node.stored(fused.batchMean()), Node.stored(biased));
  }

  /** Inputs: x, scale, shift; y, mean, variance; the cotangent of y. */
  @SuppressWarnings("unchecked")
  private List<Node> normalizedGradient(BatchNormalization norm, List<Node> in) {
    Operand<?> scale = framing.stored(in.get(1));
    Operand<TNumber> mean = framing.stored(in.get(4));
    Operand<TNumber> variance = framing.stored(in.get(5));
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
