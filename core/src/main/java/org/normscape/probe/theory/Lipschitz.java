package org.normscape.probe.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.activation.Detail;

/**
 * What {@link LipschitzTheorem} found at one point.
 *
 * @param layers one for each batch normalization that was looked at, by path
 * @param detail whether each channel is recorded
 */
public record Lipschitz(Parameters<Layer> layers, Detail detail) implements Measurement {

  /**
   * The terms of one channel.
   *
   * @param left {@code ‖∂L/∂y‖²}
   * @param gradient {@code ‖g‖²}
   * @param mean {@code ⟨1,g⟩²/m}
   * @param alignment {@code ⟨g,ŷ⟩/√m}, with its sign
   * @param scale {@code γ²/s²}
   */
  public record Channel(double left, double gradient, double mean, double alignment, double scale) {

    private static final double ROUNDING = 1e-4;

    /** {@code ⟨g,ŷ⟩²/m}. */
    public double correlation() {
      return alignment * alignment;
    }

    /** {@code γ²/s² (‖g‖² − ⟨1,g⟩²/m − ⟨g,ŷ⟩²/m)}. */
    public double right() {
      return scale * (gradient - mean - correlation());
    }

    boolean isViolated() {
      return left > right() + ROUNDING * scale * gradient;
    }
  }

  /**
   * One batch normalization.
   *
   * @param channels its channels, in order
   * @param identityGap how far its output is from its input where γ = s and β = μ, relative to the
   *     input
   * @param weightRatio {@code ‖Xᵀ∂L/∂y‖²/‖Xᵀg‖²} of the weights before it, where there are some
   */
  public record Layer(List<Channel> channels, double identityGap, Optional<Double> weightRatio) {

    public Layer {
      channels = List.copyOf(channels);
    }

    /** A sum over channels. */
    double sum(ToDoubleFunction<Channel> term) {
      return channels.stream().mapToDouble(term).sum();
    }

    /** The share of a term of the squared length of the gradient behind the normalization. */
    double share(ToDoubleFunction<Channel> term) {
      return sum(term) / sum(Channel::gradient);
    }
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    layers.byPath().forEach((path, layer) -> add(readings, path, layer));
    return List.copyOf(readings);
  }

  private void add(List<Reading> readings, String path, Layer layer) {
    double channels = layer.channels().size();
    readings.add(Reading.of(LipschitzQuantities.RATIO, path, layer.share(Channel::left)));
    readings.add(Reading.of(LipschitzQuantities.BOUND, path, layer.share(Channel::right)));
    readings.add(
        Reading.of(LipschitzQuantities.SCALE, path, layer.share(c -> c.scale() * c.gradient())));
    readings.add(Reading.of(LipschitzQuantities.MEAN, path, layer.share(Channel::mean)));
    readings.add(
        Reading.of(LipschitzQuantities.CORRELATION, path, layer.share(Channel::correlation)));
    readings.add(
        Reading.of(
            LipschitzQuantities.ALIGNED,
            path,
            layer.sum(c -> c.alignment() > 0 ? 1 : 0) / channels));
    readings.add(
        Reading.of(
            LipschitzQuantities.GAP,
            path,
            1 - layer.sum(Channel::left) / layer.sum(Channel::right)));
    readings.add(
        Reading.of(
            LipschitzQuantities.VIOLATIONS,
            path,
            layer.sum(c -> c.isViolated() ? 1 : 0) / channels));
    readings.add(Reading.of(LipschitzQuantities.IDENTITY, path, layer.identityGap()));
    layer
        .weightRatio()
        .ifPresent(
            ratio -> readings.add(Reading.of(LipschitzQuantities.WEIGHT_RATIO, path, ratio)));
    if (detail == Detail.EVERY_CHANNEL) {
      readings.addAll(
          PerChannel.readings(
              LipschitzQuantities.CHANNEL_LEFT, path, layer.channels(), Channel::left));
      readings.addAll(
          PerChannel.readings(
              LipschitzQuantities.CHANNEL_RIGHT, path, layer.channels(), Channel::right));
      readings.addAll(
          PerChannel.readings(
              LipschitzQuantities.CHANNEL_SCALE, path, layer.channels(), Channel::scale));
    }
  }
}
