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
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * SimpleNorm (as timm has it): the channels at each place of {@code [n, …, c]} are divided by their
 * standard deviation, but keep their mean,
 *
 * <pre>
 *   y = x / √(Σ (x − mean)² / (c − 1) + epsilon) · scale
 * </pre>
 *
 * <p>It stands between layer normalization, which takes the mean away, and root mean square
 * normalization, whose root has the mean in it. As epsilon goes to 0, {@code y(a · x) = y(x)} for
 * each a &gt; 0. Channels that are all alike are divided by {@code √epsilon}.
 *
 * <p>Parameters: {@code scale}, {@code [c]}; with a shift, {@code shift}. There must be two
 * channels at least.
 *
 * @param epsilon what is added to the variance; at least 0
 * @param affine what is learned
 * @see "timm: SimpleNorm(c, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record SimpleNorm(double epsilon, Affine affine)
    implements ActivationNormalization, Stateless {

  public SimpleNorm {
    Components.notNegative(SimpleNorm.class, "epsilon", epsilon);
  }

  /** timm's: epsilon 1e-6, a learned scale. */
  public SimpleNorm() {
    this(1e-6, Affine.SCALE_ONLY);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, SimpleNorm.class);
    if (channels.size() < 2) {
      throw new IllegalArgumentException(
          "SimpleNorm: there must be two channels at least, whose variance is taken, but the input is %s. To fix: take RmsNorm, or a layer with more outputs."
              .formatted(input));
    }
    return affine.parameters(channels);
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    int last = x.shape().rank() - 1;
    int channels = x.shape().dim(last);
    List<Integer> places = x.shape().axesExcept(List.of(last));
    Tensor variance = Moments.of(x, places).variance().times(channels / (channels - 1.0));
    Tensor deviation = variance.plus(epsilon).sqrt();
    return affine.apply(parameters, x.dividedBy(deviation.broadcast(x.shape(), List.of(last))));
  }
}
