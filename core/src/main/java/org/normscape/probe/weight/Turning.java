package org.normscape.probe.weight;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link EffectiveRate} measured at one point.
 *
 * @param learningRate the learning rate of the step
 * @param equilibriumAngle by which angle weights turn once their lengths have settled, where that
 *     is known of the optimizer
 * @param weights each weight before the update compared with it afterwards, by path
 */
public record Turning(
    double learningRate, OptionalDouble equilibriumAngle, Parameters<Compared> weights)
    implements Measurement {

  /** {@code η/‖w‖²}. */
  public double effectiveRate(String path) {
    return effectiveRate(weights.get(path));
  }

  private double effectiveRate(Compared weight) {
    return learningRate / (weight.norm() * weight.norm());
  }

  /**
   * The angle by which a weight turns, in radians: from the lengths of w, w′ and w′ − w, for the
   * cosine of a small angle is 1 in any type.
   */
  private static double angle(Compared weight) {
    double lengths = weight.norm() * weight.otherNorm();
    double growth = weight.otherNorm() - weight.norm();
    double across = weight.difference() * weight.difference() - growth * growth;
    return 2 * StrictMath.asin(Math.min(1, Math.sqrt(Math.max(0, across / lengths)) / 2));
  }

  /** The angle by which a weight turns, in radians. */
  public double angle(String path) {
    return angle(weights.get(path));
  }

  @Override
  public List<Reading> readings() {
    return Stream.of(
            each(RateQuantities.NORM, Compared::norm),
            each(RateQuantities.RATE, this::effectiveRate),
            each(RateQuantities.RELATIVE, Compared::relativeDifference),
            each(RateQuantities.ANGLE, Turning::angle),
            equilibriumAngle.stream()
                .mapToObj(angle -> Reading.of(RateQuantities.EQUILIBRIUM_ANGLE, angle)))
        .flatMap(readings -> readings)
        .toList();
  }

  private Stream<Reading> each(Quantity quantity, ToDoubleFunction<Compared> value) {
    return weights.map(weight -> value.applyAsDouble(weight)).byPath().entrySet().stream()
        .map(at -> Reading.of(quantity, at.getKey(), at.getValue()));
  }
}
