package org.normscape.norm.response;

import com.google.auto.service.AutoService;
import java.util.List;
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
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Divisive normalization (Ren, Liao, Urtasun, Sinz and Zemel, "Normalizing the normalizers:
 * comparing and extending network normalization schemes", 2017, equations 3 and 5): each element of
 * {@code [n, h, w, c]} is standardized by what lies around it. With means over all channels of the
 * places in a window around each place,
 *
 * <pre>
 *   v = x − mean_A(x)        y = v / √(sigma² + mean_B(v²)) · scale + shift
 * </pre>
 *
 * <p>A is a window of {@code summation} by {@code summation} places, B one of {@code suppression}.
 * At borders the means are over the places inside the image. Rows {@code [n, c]} have one place.
 * With windows over the whole image and sigma² for epsilon it is layer normalization. The authors'
 * code divides the second mean by the area of the first window, which is right only where both are
 * equal.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}.
 *
 * @param summation the width of window A; odd
 * @param suppression the width of window B; odd
 * @param sigma what keeps the root from 0; at least 0
 * @param affine what is learned
 */
@AutoService({Normalization.class, Layer.class})
public record DivisiveNorm(int summation, int suppression, double sigma, Affine affine)
    implements ActivationNormalization, Stateless {

  private static final List<Integer> CHANNELS = List.of(3);

  public DivisiveNorm {
    odd("summation", summation);
    odd("suppression", suppression);
    Components.notNegative(DivisiveNorm.class, "sigma", sigma);
  }

  /** Both windows 5 by 5, the authors' sigma of 1, learned scale and shift. */
  public DivisiveNorm() {
    this(5, 5, 1, Affine.WITH);
  }

  private static void odd(String component, int width) {
    Components.require(
        width > 0 && width % 2 == 1,
        DivisiveNorm.class,
        component,
        "must be odd and at least 1",
        width);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, DivisiveNorm.class));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Tensor image = x.reshape(image(x.shape()));
    Tensor v = image.minus(around(image, summation));
    Tensor deviation = around(v.times(v), suppression).plus(sigma * sigma).sqrt();
    return affine.apply(parameters, v.dividedBy(deviation).reshape(x.shape()));
  }

  private static Shape image(Shape input) {
    int channels = Channels.of(input, DivisiveNorm.class).dim(0);
    return switch (input.rank()) {
      case 2 -> Shape.of(input.dim(0), 1, 1, channels);
      case 4 -> input;
      default ->
          throw new IllegalArgumentException(
              "DivisiveNorm: the input must be rows [n,c] or images [n,h,w,c], but it is %s. To fix: reshape it."
                  .formatted(input));
    };
  }

  /** At each place, the mean over a window around it and over all channels. */
  private static Tensor around(Tensor image, int width) {
    Shape plane = image.shape().with(3, 1);
    WindowShape window = new WindowShape(width, width, Stride.of(1), Padding.of((width - 1) / 2));
    Tensor means = image.mean(CHANNELS).reshape(plane);
    Tensor sum = means.sumPool(window).dividedBy(means.filled(1).sumPool(window));
    return sum.reshape(plane.without(CHANNELS)).broadcast(image.shape(), CHANNELS);
  }
}
