package org.normscape.probe.sharpness;

import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link CriticalSharpness} measured at one point.
 *
 * @param learningRate the learning rate of the step
 * @param low the largest learning rate that was tried and does not raise the loss; 0 where none
 *     does
 * @param high the smallest one that raises it; ∞ where none does
 * @param critical between the two; NaN where one of them was not found
 * @param evaluations how many were tried
 */
public record CriticalStep(
    double learningRate, double low, double high, double critical, int evaluations)
    implements Measurement {

  static CriticalStep of(Bracket multiples, double learningRate) {
    return new CriticalStep(
        learningRate,
        multiples.low() * learningRate,
        multiples.high() * learningRate,
        multiples.middle() * learningRate,
        multiples.questions());
  }

  /** {@code 2/η_c}: what the curvature would be if the loss were quadratic. */
  public double sharpness() {
    return 2 / critical;
  }

  /** {@code η/η_c}: 1 at the edge of stability. */
  public double ratio() {
    return learningRate / critical;
  }

  @Override
  public List<Reading> readings() {
    return List.of(
        Reading.of(CriticalQuantities.SHARPNESS, sharpness()),
        Reading.of(CriticalQuantities.LEARNING_RATE, critical),
        Reading.of(CriticalQuantities.RATIO, ratio()),
        Reading.of(CriticalQuantities.LOW, low),
        Reading.of(CriticalQuantities.HIGH, high));
  }
}
