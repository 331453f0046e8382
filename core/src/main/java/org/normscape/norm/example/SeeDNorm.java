package org.normscape.norm.example;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.component.Word;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Stateless;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Self-rescaled dynamic normalization (Cai et al., "SeeDNorm", ICLR 2026, arXiv 2510.22777): root
 * mean square normalization of the channels at each place of {@code [n, …, c]}, whose scale depends
 * on the input,
 *
 * <pre>
 *   y = (tanh(Σ x · gate) · gain + scale) · x / √(Σ x² / c + epsilon)
 * </pre>
 *
 * <p>Read in an abstract: the starts of {@code gate} and {@code gain} were not verified. Here they
 * are 0 and 1, so that the layer starts as root mean square normalization.
 *
 * <p>Parameters: {@code scale}, {@code gain} (the paper's α) and {@code gate} (its β), {@code [c]}.
 *
 * @param epsilon what is added to the mean square, under the root; at least 0
 */
@Word("seednorm")
@AutoService({Normalization.class, Layer.class})
public record SeeDNorm(double epsilon) implements ActivationNormalization, Stateless {

  private static final String SCALE = "scale";
  private static final String GAIN = "gain";
  private static final String GATE = "gate";

  public SeeDNorm {
    Components.notNegative(SeeDNorm.class, "epsilon", epsilon);
  }

  /** Epsilon 1e-6. */
  public SeeDNorm() {
    this(1e-6);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, SeeDNorm.class);
    return Parameters.of(SCALE, new ParameterSpec(channels, Role.SCALE, Constant.ONE))
        .and(GAIN, new ParameterSpec(channels, Role.SCALE, Constant.ONE))
        .and(GATE, new ParameterSpec(channels, Role.SCALE, Constant.ZERO));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    List<Integer> channel = List.of(x.shape().rank() - 1);
    Shape channels = Channels.of(x.shape(), SeeDNorm.class);
    Tensor gate = x.times(Channels.spread(parameters.get(GATE), x)).sum(channel).tanh();
    Tensor gain = Channels.spread(parameters.get(GAIN), x);
    Tensor scale =
        gate.broadcast(x.shape(), channel)
            .times(gain)
            .plus(Channels.spread(parameters.get(SCALE), x));
    Standardization norm = Standardization.ofPlaces(x.shape().rank(), epsilon).aroundZero();
    Tensor one = x.trace().fill(1, x.type().withShape(channels));
    return x.trace().apply(norm, List.of(x, one, one.zeros())).get(0).times(scale);
  }
}
