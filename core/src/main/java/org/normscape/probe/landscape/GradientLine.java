package org.normscape.probe.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.normscape.nn.Statistics;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link GradientLineProbe} measured at one point: the loss along the gradient and how the
 * gradient changes there. Losses are in the objective's own units, {@code g} in those per unit of
 * parameter.
 *
 * @param loss {@code L(θ)}
 * @param gradientNorm {@code ‖g‖₂}
 * @param points one for each step length, in the order in which they were asked for
 * @param statistics which statistics normalizations used
 * @param directions the paths of the parameters that are in {@code g}
 */
public record GradientLine(
    double loss,
    double gradientNorm,
    List<LinePoint> points,
    Statistics statistics,
    List<String> directions)
    implements Measurement {

  public GradientLine {
    points = List.copyOf(points);
    directions = List.copyOf(directions);
  }

  /** The loss landscape: the range of {@code L(θ − εg)} over ε (Santurkar et al., Fig. 4a). */
  public Band lossBand() {
    return band(LinePoint::loss);
  }

  /** Gradient predictiveness: the range of {@code ‖∇L(θ − εg) − g‖₂} over ε (Fig. 4b). */
  public Band gradientDifferenceBand() {
    return band(LinePoint::gradientDifference);
  }

  /** Effective β: the maximum of {@code ‖∇L(θ − εg) − g‖₂ / (|ε| ‖g‖₂)} over ε (Fig. 4c). */
  public double effectiveSmoothness() {
    return band(LinePoint::effectiveSmoothness).high();
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(LandscapeQuantities.LOSS, loss));
    readings.add(Reading.of(LandscapeQuantities.GRADIENT_NORM, gradientNorm));
    readings.add(Reading.of(LandscapeQuantities.LOSS_BAND_LOW, lossBand().low()));
    readings.add(Reading.of(LandscapeQuantities.LOSS_BAND_HIGH, lossBand().high()));
    Band differences = gradientDifferenceBand();
    readings.add(Reading.of(LandscapeQuantities.GRADIENT_DIFFERENCE_LOW, differences.low()));
    readings.add(Reading.of(LandscapeQuantities.GRADIENT_DIFFERENCE_HIGH, differences.high()));
    readings.add(Reading.of(LandscapeQuantities.EFFECTIVE_BETA_MAX, effectiveSmoothness()));
    points.forEach(point -> readings.addAll(point.readings()));
    return List.copyOf(readings);
  }

  private Band band(ToDoubleFunction<LinePoint> quantity) {
    return Band.of(points.stream().mapToDouble(quantity).toArray());
  }
}
