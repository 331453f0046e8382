package org.normscape.probe.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.activation.Detail;

/**
 * What {@link MinimaxTheorem} found at one point.
 *
 * @param layers one for each batch normalization that was looked at, by path
 * @param detail whether each channel is recorded
 */
public record Minimax(Parameters<Layer> layers, Detail detail) implements Measurement {

  /**
   * The terms of one channel.
   *
   * @param square λ²
   * @param terms the terms of Theorem 4.1, which this one multiplies by λ²
   * @param weightGradient {@code ‖Xᵀu‖²} of the inputs X there are
   */
  public record Channel(double square, Lipschitz.Channel terms, double weightGradient) {

    private static final double ROUNDING = 1e-4;

    /** {@code ĝ = λ²‖u‖²}: the largest {@code ‖Xᵀu‖²} over inputs of that size. */
    public double left() {
      return square * terms.left();
    }

    /** {@code γ²/s² λ²‖g‖²}. */
    public double first() {
      return square * terms.scale() * terms.gradient();
    }

    /** {@code γ²/s² λ²⟨1,g⟩²/m}. */
    public double mean() {
      return square * terms.scale() * terms.mean();
    }

    /** {@code γ²/s² λ²⟨g,ŷ⟩²/m}. */
    public double correlation() {
      return square * terms.scale() * terms.correlation();
    }

    /** The right side of the theorem, corrected. */
    public double right() {
      return first() - mean() - correlation();
    }

    /**
     * The right side as it is printed.
     *
     * @param elements m
     */
    public double printed(int elements) {
      double g = square * terms.gradient();
      return terms.scale() * (g * g - terms.mean() - square * elements * terms.correlation());
    }

    boolean exceeds(double value, double bound) {
      return value > bound + ROUNDING * first();
    }
  }

  /**
   * One batch normalization.
   *
   * @param square λ², the squared spectral norm of the inputs of the linear layer before it
   * @param elements how many elements a channel has
   * @param channels its channels, in order
   */
  public record Layer(double square, int elements, List<Channel> channels) {

    public Layer {
      channels = List.copyOf(channels);
    }

    double sum(ToDoubleFunction<Channel> term) {
      return channels.stream().mapToDouble(term).sum();
    }

    double share(Predicate<Channel> holds) {
      return channels.stream().filter(holds).count() / (double) channels.size();
    }
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    layers.byPath().forEach((path, layer) -> add(readings, path, layer));
    return List.copyOf(readings);
  }

  private void add(List<Reading> readings, String path, Layer layer) {
    readings.add(Reading.of(MinimaxQuantities.NORM, path, Math.sqrt(layer.square())));
    readings.add(Reading.of(MinimaxQuantities.LEFT, path, layer.sum(Channel::left)));
    readings.add(Reading.of(MinimaxQuantities.FIRST, path, layer.sum(Channel::first)));
    readings.add(Reading.of(MinimaxQuantities.MEAN, path, layer.sum(Channel::mean)));
    readings.add(Reading.of(MinimaxQuantities.CORRELATION, path, layer.sum(Channel::correlation)));
    readings.add(
        Reading.of(
            MinimaxQuantities.TIGHTNESS,
            path,
            layer.sum(Channel::weightGradient) / layer.sum(Channel::left)));
    readings.add(
        Reading.of(
            MinimaxQuantities.VIOLATIONS, path, layer.share(c -> c.exceeds(c.left(), c.right()))));
    readings.add(
        Reading.of(
            MinimaxQuantities.ATTAINED,
            path,
            layer.share(c -> c.exceeds(c.weightGradient(), c.right()))));
    readings.add(
        Reading.of(
            MinimaxQuantities.PRINTED,
            path,
            layer.share(c -> c.exceeds(c.left(), c.printed(layer.elements())))));
    if (detail == Detail.EVERY_CHANNEL) {
      readings.addAll(
          PerChannel.readings(
              MinimaxQuantities.CHANNEL_LEFT, path, layer.channels(), Channel::left));
      readings.addAll(
          PerChannel.readings(
              MinimaxQuantities.CHANNEL_RIGHT, path, layer.channels(), Channel::right));
      readings.addAll(
          PerChannel.readings(
              MinimaxQuantities.CHANNEL_WEIGHT, path, layer.channels(), Channel::weightGradient));
    }
  }
}
