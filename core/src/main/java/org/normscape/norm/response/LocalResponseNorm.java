package org.normscape.norm.response;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.WindowShape;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Local response normalization (Krizhevsky, Sutskever and Hinton, "ImageNet classification with
 * deep convolutional neural networks", 2012, section 3.3): each element of {@code [n, …, c]} is
 * divided by what neighbouring channels have at its place,
 *
 * <pre>
 *   y = x / (k + alpha · Σ x²)^beta
 * </pre>
 *
 * <p>with the sum, or its size-th part, over a window of {@code size} channels around it; of an
 * even size, one more lies below. What lies outside is 0. Nothing is learned.
 *
 * @param size the number of channels of a window; at least 1
 * @param alpha the weight of the squares; at least 0
 * @param beta the exponent; above 0
 * @param k what is added; above 0
 * @param windowSum what of the squares counts
 * @see "PyTorch: LocalResponseNorm(size, alpha, beta, k)"
 * @see "DL4J: LocalResponseNormalization(k, n = size, alpha, beta)"
 */
@AutoService({Normalization.class, Layer.class})
public record LocalResponseNorm(int size, double alpha, double beta, double k, WindowSum windowSum)
    implements ActivationNormalization, Stateless {

  public LocalResponseNorm {
    Components.count(LocalResponseNorm.class, "size", size);
    Components.notNegative(LocalResponseNorm.class, "alpha", alpha);
    Components.positive(LocalResponseNorm.class, "beta", beta);
    Components.positive(LocalResponseNorm.class, "k", k);
  }

  /** The paper's: 5 channels, alpha 1e-4 of the sum, beta 0.75, k 2. */
  public LocalResponseNorm() {
    this(5, 1e-4, 0.75, 2, WindowSum.SUM);
  }

  /** PyTorch's and ONNX': alpha 1e-4 of the mean, beta 0.75, k 1. */
  public static LocalResponseNorm pytorch(int size) {
    return new LocalResponseNorm(size, 1e-4, 0.75, 1, WindowSum.MEAN);
  }

  /** TensorFlow's: five channels on each side, alpha 1 of the sum, beta 0.5, k 1. */
  public static LocalResponseNorm tensorflow() {
    return new LocalResponseNorm(11, 1, 0.5, 1, WindowSum.SUM);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.none();
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Tensor base = inWindows(x.times(x)).times(alpha * windowSum.weight(size)).plus(k);
    return x.times(base.power(-beta));
  }

  /** Sums along the channels, which are laid along the height of an image. */
  private Tensor inWindows(Tensor squares) {
    int channels = Channels.of(squares.shape(), LocalResponseNorm.class).dim(0);
    Padding padding = new Padding(size / 2, (size - 1) / 2, 0, 0);
    Shape columns = Shape.of(squares.shape().size() / channels, channels, 1, 1);
    return squares
        .reshape(columns)
        .sumPool(new WindowShape(size, 1, Stride.of(1), padding))
        .reshape(squares.shape());
  }
}
