package org.normscape.norm.activated;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.activation.Relu;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.norm.example.GroupNorm;
import org.normscape.params.Parameters;

/**
 * Proxy normalization (Labatie, Masters, Eaton-Rosen and Luschi, "Proxy-normalizing activations to
 * match batch normalization while removing batch dependence", 2021, section 5): layer or group
 * normalization and an activation function φ, standardized by what φ would make of normal numbers
 * q,
 *
 * <pre>
 *   z = φ(GN(x) · scale + shift)        p = φ(q · scale + shift)
 *   y = (z − mean p) / √(variance p + proxyEpsilon)
 * </pre>
 *
 * <p>for each channel of {@code [n, …, c]}, with q the quantiles of the standard normal
 * distribution at {@code (i + ½) / quantiles}. The paper learns a small scale and shift of its own
 * for p, which is left out here. Where no activation function would follow, the layer is group
 * normalization.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code quantiles}, which
 * never changes.
 *
 * @param groups the number of groups of channels, which must divide that of the channels, or is
 *     larger, where each channel is a group; 1 is layer normalization
 * @param epsilon what is added to the variance of a group, under the root; at least 0
 * @param proxyEpsilon what is added to the variance of p, under the root; above 0
 * @param quantiles how many quantiles stand for the normal distribution; at least 1
 * @param activation φ, if this layer stands alone; in a network it is that of the unit
 */
@AutoService({Normalization.class, Layer.class})
public record ProxyNorm(
    int groups, double epsilon, double proxyEpsilon, int quantiles, Layer activation)
    implements Activated {

  private static final List<Integer> SAMPLES = List.of(0);
  private static final String QUANTILES = "quantiles";

  public ProxyNorm {
    Components.count(ProxyNorm.class, "groups", groups);
    Components.notNegative(ProxyNorm.class, "epsilon", epsilon);
    Components.positive(ProxyNorm.class, "proxyEpsilon", proxyEpsilon);
    Components.count(ProxyNorm.class, "quantiles", quantiles);
  }

  /** Behind layer normalization with epsilon 1e-5: 256 quantiles, epsilon 0.03, a rectifier. */
  public ProxyNorm() {
    this(1, 1e-5, 0.03, 256, new Relu());
  }

  @Override
  public Layer withoutActivation() {
    return new GroupNorm(groups, epsilon, Affine.WITH);
  }

  @Override
  public Layer with(Layer other) {
    return new ProxyNorm(groups, epsilon, proxyEpsilon, quantiles, other);
  }

  @Override
  public Shape output(Shape input) {
    return withoutActivation().output(input);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return withoutActivation().parameters(input);
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    Shape samples = Shape.of(quantiles);
    return Parameters.of(
        QUANTILES, new ParameterSpec(samples, Role.STATISTIC, new NormalQuantiles()));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Tensor z = activated(call, withoutActivation().apply(call, x).output());
    Shape samples = Shape.of(quantiles, Channels.of(x.shape(), ProxyNorm.class).dim(0));
    Tensor q = call.state().get(QUANTILES).broadcast(samples, List.of(1));
    Tensor p = activated(call, Affine.WITH.apply(call.parameters(), q));
    Moments proxy = Moments.of(p, p.shape().axesExcept(SAMPLES));
    Tensor deviation = Channels.spread(proxy.deviation(proxyEpsilon), z);
    return Applied.of(z.minus(Channels.spread(proxy.mean(), z)).dividedBy(deviation), call.state());
  }

  private Tensor activated(Call call, Tensor y) {
    return activation
        .apply(Call.of(Parameters.none(), Parameters.none(), call.statistics()), y)
        .output();
  }
}
