package org.normscape.probe.weight;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link GradientTails} measured at one point.
 *
 * @param gradients one for each parameter, by path
 */
public record GradientProfile(Parameters<Tails> gradients) implements Measurement {

  /**
   * What was measured of the gradient in one parameter. Where it is 0, what is divided by its norm
   * is NaN or infinite.
   *
   * @param norm {@code ‖g‖₂}
   * @param kurtosis {@code E[g⁴] / E[g²]²}, about 0
   * @param peak {@code max |g| / √E[g²]}
   */
  public record Tails(double norm, double kurtosis, double peak) {}

  @Override
  public List<Reading> readings() {
    return Stream.of(
            each(TailQuantities.NORM, Tails::norm),
            each(TailQuantities.KURTOSIS, Tails::kurtosis),
            each(TailQuantities.PEAK, Tails::peak))
        .flatMap(readings -> readings)
        .toList();
  }

  private Stream<Reading> each(Quantity quantity, ToDoubleFunction<Tails> value) {
    return gradients.map(tails -> value.applyAsDouble(tails)).byPath().entrySet().stream()
        .map(at -> Reading.of(quantity, at.getKey(), at.getValue()));
  }
}
