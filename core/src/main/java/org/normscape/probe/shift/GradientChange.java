package org.normscape.probe.shift;

import java.util.List;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link ConsecutiveGradients} measured at one point.
 *
 * @param gradients the gradient before the update compared with that after it
 * @param distance {@code ‖θ′ − θ‖₂}
 */
public record GradientChange(Compared gradients, double distance) implements Measurement {

  /** {@code ‖g′ − g‖₂ / ‖θ′ − θ‖₂}; NaN where the distance is not finite. */
  public double smoothness() {
    return gradients.difference() / (Double.isInfinite(distance) ? Double.NaN : distance);
  }

  @Override
  public List<Reading> readings() {
    return List.of(
        Reading.of(ShiftQuantities.CHANGE, gradients.difference()),
        Reading.of(ShiftQuantities.CHANGE_RELATIVE, gradients.relativeDifference()),
        Reading.of(ShiftQuantities.CHANGE_COSINE, gradients.cosine()),
        Reading.of(ShiftQuantities.DISTANCE, distance),
        Reading.of(ShiftQuantities.SMOOTHNESS, smoothness()));
  }
}
