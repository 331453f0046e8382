package org.normscape.probe.line;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.normscape.params.Parameters;

/**
 * The loss on a path between two networks, as an {@link Interpolation} measured it.
 *
 * @param one where the path starts, α = 0
 * @param places what lies between, in order
 * @param other where it ends, α = 1
 */
public record Path(Place one, List<Place> places, Place other) {

  /**
   * A place on the path.
   *
   * @param alpha how far along, from 0 to 1
   * @param loss the loss
   * @param metrics further numbers by name
   */
  public record Place(double alpha, double loss, Parameters<Double> metrics) {

    /** The share of right classifications; NaN where the objective has none. */
    public double accuracy() {
      return metrics.find("accuracy").orElse(Double.NaN);
    }
  }

  public Path {
    places = List.copyOf(places);
  }

  /**
   * How much higher the loss gets than the straight line between the losses of the ends: 0 where it
   * never does. NaN when a loss is.
   */
  public double barrier() {
    return places.stream()
        .mapToDouble(at -> at.loss() - (one.loss() + at.alpha() * (other.loss() - one.loss())))
        .reduce(0, Math::max);
  }

  /**
   * How much higher the loss gets than the mean of the losses of the ends: “linear interpolation
   * instability” (Frankle et al., ICML 2020). NaN when a loss is.
   */
  public double instability() {
    double mean = one.loss() + (other.loss() - one.loss()) / 2;
    return losses().reduce(Double.NEGATIVE_INFINITY, Math::max) - mean;
  }

  /**
   * The largest rise of the loss on the way, from any place to a later one: 0 where it falls all
   * the way (Lucas et al., ICML 2021). NaN when a loss is.
   */
  public double largestRise() {
    double[] losses = losses().toArray();
    double lowest = Double.POSITIVE_INFINITY;
    double rise = 0;
    for (double loss : losses) {
      lowest = Math.min(lowest, loss);
      rise = Math.max(rise, loss - lowest);
    }
    return rise;
  }

  /**
   * How much lower the accuracy gets than the straight line between the accuracies of the ends: 0
   * where it never does. NaN where the objective has none.
   */
  public double accuracyBarrier() {
    return places.stream()
        .mapToDouble(
            at -> one.accuracy() + at.alpha() * (other.accuracy() - one.accuracy()) - at.accuracy())
        .reduce(0, Math::max);
  }

  private DoubleStream losses() {
    return Stream.of(Stream.of(one), places.stream(), Stream.of(other))
        .flatMap(at -> at)
        .mapToDouble(Place::loss);
  }
}
